"""Who may run a process of the app's own next: few at a time, and no user all of them."""

from collections import Counter
from concurrent.futures import Future
from threading import Lock


class Slots:
    """Given to whoever holds fewest, then to whoever asked first. Threads and event loops may share one."""

    def __init__(self, total: int, most_per_user: int) -> None:
        self._total, self._most = total, most_per_user
        self._lock = Lock()
        self._held: Counter[str] = Counter()
        self._asking: list[tuple[str, Future[None]]] = []

    def ask(self, user: str) -> Future[None]:
        """Done when the slot is the user's, who gives it back; cancelled, it is not asked for any more."""
        asked: Future[None] = Future()
        with self._lock:
            self._asking.append((user, asked))
            self._grant()
        return asked

    def give_back(self, user: str) -> None:
        with self._lock:
            self._held[user] -= 1
            self._held += Counter()  # forgets who holds none
            self._grant()

    def _grant(self) -> None:
        while self._held.total() < self._total:
            eligible = [
                (self._held[user], index)
                for index, (user, _) in enumerate(self._asking)
                if self._held[user] < self._most
            ]
            if not eligible:
                return
            user, asked = self._asking.pop(min(eligible)[1])
            if asked.set_running_or_notify_cancel():
                self._held[user] += 1
                asked.set_result(None)
