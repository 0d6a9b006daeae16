"""How long to wait before the same is tried again: with jitter, so that a whole chain never returns at once."""

from collections.abc import Callable

from msgspec import Struct

LONGEST_ASKED_S = 3600.0
"""A server may ask for more; nobody waits longer."""


class Backoff(Struct, frozen=True):
    """Exponential backoff with jitter, in seconds.

    `chance` draws from [0, 1). A wait lies between its `least` share and the whole of a bound that doubles from
    `base_s` up to `cap_s`; full jitter where that share is 0.
    Source: "Exponential Backoff And Jitter", AWS Architecture Blog.
    """

    chance: Callable[[], float]
    base_s: float = 1.0
    cap_s: float = 300.0
    least: float = 0.0

    def draw(self, tries: int, asked: float | None = None) -> float:
        """The wait after so many failures (1 or more); never shorter than what the server `asked` for."""
        # Beyond 2^16 the cap holds anyway, and the power would overflow in the end.
        bound = min(self.cap_s, self.base_s * float(1 << min(tries - 1, 16)))
        wait = (self.least + (1 - self.least) * self.chance()) * bound
        return wait if asked is None else max(wait, min(asked, LONGEST_ASKED_S))
