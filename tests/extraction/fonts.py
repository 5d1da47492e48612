"""A font with Latin, Greek, Cyrillic, Hebrew and Arabic letters and ligatures, from a package of fonts."""

import importlib.util
from pathlib import Path


def dejavu(style: str = "") -> Path:
    """DejaVu Sans, as a file."""
    # Found, not imported: the package registers itself with a typesetting program that is not installed.
    spec = importlib.util.find_spec("rinoh_typeface_dejavusans")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / f"DejaVuSans{style}.ttf"
