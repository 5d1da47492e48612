"""A function of a word, remembered: quicker than ``functools.lru_cache``, which also keeps an order."""

from collections.abc import Callable


class Memo[Value](dict[str, Value]):
    """Values by word, worked out when first asked for; all are forgotten when there are more than ``most``.
    Call its ``__getitem__``."""

    def __init__(self, work_out: Callable[[str], Value], most: int) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._work_out(word)
        return found
