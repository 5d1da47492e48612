"""Regular expressions that are compiled when they are first used.

Compiling all of the package's takes longer than everything else that an import of it does; a process that
only asks for the version, or matches later, need not wait for it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

type Found = re.Match[str] | None


class Lazy:
    """What the package uses of ``re.Pattern``, with the expression compiled when it is first used.

    Its methods are then those of the pattern itself, so that later calls cost nothing more.
    """

    __slots__ = (
        "_flags", "_many", "_pattern", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
    )  # fmt: skip
    search: Callable[..., Found]
    match: Callable[..., Found]
    fullmatch: Callable[..., Found]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    """For expressions of at most one group."""
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str | Callable[[], str], flags: int = 0, *, many: bool = False) -> None:
        """``pattern``, or what gives it, if it has to be read first. ``many`` alternatives: worth a look
        ahead at what they begin with."""
        self._pattern = pattern
        self._flags = flags
        self._many = many

    @property
    def pattern(self) -> str:
        """The expression."""
        return self._pattern if isinstance(self._pattern, str) else self._pattern()

    def __getattr__(self, name: str) -> Any:
        """A method that is not there yet."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._quick(), self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)

    def _quick(self) -> str:
        if not self._many:
            return self.pattern
        from shared.matching.heads import look_ahead

        return look_ahead(self.pattern)


_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
