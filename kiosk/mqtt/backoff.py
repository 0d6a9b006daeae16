"""How long to wait before dialling again, so that fifty screens do not return in the same second."""

from random import Random

FIRST_S = 0.5
LONGEST_S = 15.0


class Backoff:
    """Waits that double from `FIRST_S` to `LONGEST_S` seconds, each spread between half and the whole of itself."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._wait_s = FIRST_S

    def next_wait(self) -> float:
        """Seconds to wait now; the next call answers more."""
        wait_s = self._wait_s
        self._wait_s = min(2 * wait_s, LONGEST_S)
        return wait_s * self._chance.uniform(0.5, 1.0)

    def reset(self) -> None:
        """The broker answered: the next wait is the shortest again."""
        self._wait_s = FIRST_S
