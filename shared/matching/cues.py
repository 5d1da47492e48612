"""Words by which the sentences of a posting say what they are for. ``data/cues.txt``, read on first use."""

from functools import cache
from pathlib import Path


def read_cues(text: str) -> dict[str, str]:
    """The classes of a file of cues, each as the alternatives of a regular expression; the name of an earlier
    class in <> stands for its alternatives. Raises ValueError for a line above the first class."""
    classes: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("{"):
            name = line.strip("{}")
            classes[name] = []
        elif line and not line.startswith("#"):
            if not name:
                raise ValueError(f"cues: {line} belongs to no class")
            for earlier, cues_of_it in classes.items():
                line = line.replace(f"<{earlier}>", "|".join(cues_of_it))
            classes[name].append(line)
    return {name: "|".join(lines) for name, lines in classes.items()}


@cache
def _known() -> dict[str, str]:
    return read_cues((Path(__file__).parent / "data" / "cues.txt").read_text("utf-8"))


def cues(name: str) -> str:
    """The alternatives of a class that come with the package."""
    return _known()[name]
