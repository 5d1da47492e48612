"""Cosmos DB's throughput: RU that a physical partition serves in a second, and what waits for its turn.

The service refuses what is over the limit (429) and the SDK tries again; here a request waits for its turn
instead, first come first served, and fails when that would take longer than the app waits for it.
"""

from simulation.parameters import Cosmos

BURST_SECONDS = 1.0
"""RU are counted by the second, so a second's worth may be asked for at once."""


class Store:
    def __init__(self, cosmos: Cosmos) -> None:
        self._rate = cosmos.ru_per_second / cosmos.physical_partitions
        self._patience = cosmos.patience_seconds
        self._free_at = [0.0] * cosmos.physical_partitions
        self.charged = 0.0

    def ask(self, now: float, partition: int, ru: float) -> float | None:
        """Seconds to wait for ``ru`` on the partition; None: too long, the app gives the request up."""
        place = partition % len(self._free_at)
        free_at = max(self._free_at[place], now - BURST_SECONDS)
        wait = max(0.0, free_at - now)
        if wait > self._patience:
            return None
        self._free_at[place] = free_at + ru / self._rate
        self.charged += ru
        return wait
