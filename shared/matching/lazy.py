"""Regular expressions that are compiled when they are first used.

Compiling all of the package's takes longer than everything else that an import of it does; a process that
only asks for the version, or matches later, need not wait for it.
"""

import re
from collections.abc import Callable, Iterator

type Found = re.Match[str] | None


class Lazy:
    """What the package uses of ``re.Pattern``, with the expression compiled at the first call."""

    __slots__ = ("_compiled", "_flags", "_many", "pattern")

    def __init__(self, pattern: str, flags: int = 0, *, many: bool = False) -> None:
        """``many`` alternatives: worth a look ahead at what they begin with."""
        self.pattern = pattern
        self._flags = flags
        self._many = many
        self._compiled: re.Pattern[str] | None = None

    def _own(self) -> re.Pattern[str]:
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = re.compile(self._quick(), self._flags)
        return compiled

    def _quick(self) -> str:
        if not self._many:
            return self.pattern
        from shared.matching.heads import look_ahead

        return look_ahead(self.pattern)

    def search(self, text: str, *places: int) -> Found:
        """As ``re.Pattern.search``; ``places``: from and to."""
        return self._own().search(text, *places)

    def match(self, text: str, *places: int) -> Found:
        """As ``re.Pattern.match``."""
        return self._own().match(text, *places)

    def fullmatch(self, text: str, *places: int) -> Found:
        """As ``re.Pattern.fullmatch``."""
        return self._own().fullmatch(text, *places)

    def finditer(self, text: str, *places: int) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self._own().finditer(text, *places)

    def findall(self, text: str) -> list[str]:
        """As ``re.Pattern.findall``, for expressions of at most one group."""
        return self._own().findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """As ``re.Pattern.split``."""
        return self._own().split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``."""
        return self._own().sub(replacement, text, count)
