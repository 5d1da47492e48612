"""What was worked out before, remembered up to a bound: by word, or by the digest of a text."""

from collections.abc import Callable


class Kept[Value](dict[str, Value]):
    """Values by key; all are forgotten when there are more than ``most``. Threads may share it."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: str, value: Value) -> Value:
        """Remembers ``value``, and returns it."""
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value


class Memo[Value](Kept[Value]):
    """Values of a function of a word, worked out when first asked for: quicker than ``functools.lru_cache``,
    which also keeps an order. Call its ``__getitem__``."""

    def __init__(self, work_out: Callable[[str], Value], most: int) -> None:
        super().__init__(most)
        self._work_out = work_out

    def __missing__(self, word: str) -> Value:
        return self.keep(word, self._work_out(word))
