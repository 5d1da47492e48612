"""Sections of ``docs/matching.md`` that commands write, each between two marks with its name."""

import argparse
from collections.abc import Mapping

from devstack.stack import ROOT

DOCUMENT = ROOT / "docs" / "matching.md"


def _around(document: str, name: str) -> tuple[str, str, str]:
    before, rest = document.split(f"<!-- written by a command: {name} -->", 1)
    inside, after = rest.split(f"<!-- end of {name} -->", 1)
    return before, inside, after


def section(document: str, name: str) -> str:
    """What stands between the marks of ``name``; ValueError if they are not there."""
    return _around(document, name)[1].strip("\n")


def print_or_write(sections: Mapping[str, str], about: str | None) -> None:
    """Print the ``sections``, or with --write put each between its marks."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"into {DOCUMENT.name}")
    if not parser.parse_args().write:
        print(*sections.values(), sep="\n\n")
        return
    document = DOCUMENT.read_text("utf-8")
    for name, text in sections.items():
        before, _, after = _around(document, name)
        document = f"{before}<!-- written by a command: {name} -->\n\n{text}\n\n<!-- end of {name} -->{after}"
    DOCUMENT.write_text(document, "utf-8")
