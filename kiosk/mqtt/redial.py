"""When to dial again: a broker that is back is found in time, and not by all in the same moment.

Presence is to be back within 5 s of the broker: a dial that began too early is given up after `DIAL_S` (its last
attempt to be heard is then 2 s old, for TCP repeats itself after 1 s and 3 s, RFC 6298), the next one follows within
`LONGEST_S`, and half a second is left for a beacon to be heard. A thousand screens so dial an absent broker 1,600
times a second, which is a hundred kilobytes of empty packets.
"""

from random import Random

from kiosk.backoff import Backoff

DIAL_S = 3.0
FIRST_S = 1.0
LONGEST_S = 2.5
REFUSED_S = 30.0
"""Who is there and says no will say it until somebody changes a setting; each asking may cost it a TLS handshake."""
_LEAST = 0.5


class Redial:
    """Waits that double from `FIRST_S` to `LONGEST_S` seconds, each spread between half and the whole of itself."""

    def __init__(self, chance: Random) -> None:
        self._absent = Backoff(chance.random, FIRST_S, LONGEST_S, _LEAST)
        self._unwelcome = Backoff(chance.random, FIRST_S, REFUSED_S, _LEAST)
        self._misses = self._refusals = 0

    def next_wait(self, *, refused: bool = False) -> float:
        """Seconds to wait now; the next call answers more, up to `REFUSED_S` where the broker `refused` us."""
        if refused:
            self._refusals += 1
            return self._unwelcome.draw(self._refusals)
        self._misses += 1
        return self._absent.draw(self._misses)

    def reset(self) -> None:
        """The broker let us in: the next wait is the shortest again."""
        self._misses = self._refusals = 0
