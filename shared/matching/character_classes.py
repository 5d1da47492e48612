"""What a text can hold, told from the classes of its characters.

A text becomes bytes, one for each character, that name its class. A run of classes is found in them in a
fraction of the time that ``re`` takes to try an expression at every character; most texts hold none, and no
expression need be tried.
"""

_ASCII = bytes(range(128))
OTHER = b"."
"""The class of what is in none of a table's classes."""


def beyond_ascii(text: str) -> frozenset[str]:
    """The different characters of ``text`` that are not ASCII."""
    if text.isascii():
        return frozenset()
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return frozenset(others.decode("utf-8", "surrogatepass"))


def table(members: dict[str, str]) -> bytes:
    """For ``classes``: the name of each class (a letter) with its members (of ASCII). What is not ASCII
    counts as a question mark."""
    names = bytearray(OTHER * 256)
    for name, characters in members.items():
        for character in characters.encode("ascii"):
            names[character] = ord(name)
    return bytes(names)


def classes(text: str, names: bytes, without: bytes = b"") -> bytes:
    """The class of each character of ``text`` by a ``table``, the characters ``without`` left out."""
    return text.encode("ascii", "replace").translate(names, without)
