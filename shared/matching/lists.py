"""Lists kept in files of ``data``, so that they read well in a diff: one entry a line."""

from shared.matching.tables import data_file


def read_lists(text: str) -> dict[str, list[str]]:
    """The entries below each name in braces, in order; empty lines and comments (``#``) are none. Raises
    ValueError for an entry above the first name."""
    lists: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("{"):
            name = line.strip("{}")
            lists[name] = []
        elif line and not line.startswith("#"):
            if not name:
                raise ValueError(f"{line} belongs to no list")
            lists[name].append(line)
    return lists


def lists_of(file: str) -> dict[str, list[str]]:
    """Those of a file that comes with the package."""
    return read_lists(data_file(file))
