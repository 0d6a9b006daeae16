"""A screen that is not let in yet: shows a code, asks politely whether it was approved, and takes another in time."""

from collections.abc import Callable

from msgspec.structs import replace

from kiosk.backoff import Backoff
from kiosk.loyalty.admission import Admission, Pass, PassSpent, Standing, Waiting, mint_pass
from kiosk.loyalty.failure import ApiFailed

POLL_S = 5.0
FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 60.0


class Applicant:
    """Asks once at each `look`, which answers the seconds until the next, or `None` once the screen is in.

    `keep` puts an admission on disk: it may raise, and is tried again, for a token is told only once. `tell` hears how
    it stands whenever that changed. `clock` is monotonic seconds, `chance` draws from [0, 1).
    """

    def __init__(  # noqa: PLR0913 # its ports, each named where the application wires them
        self,
        *,
        ask: Callable[[Pass], Admission | Waiting],
        keep: Callable[[Admission], None],
        tell: Callable[[Standing], None],
        clock: Callable[[], float],
        chance: Callable[[], float],
        mint: Callable[[], Pass] = mint_pass,
    ) -> None:
        self._ask = ask
        self._keep = keep
        self._tell = tell
        self._clock = clock
        self._mint = mint
        self._poll = Backoff(chance, POLL_S, POLL_S, least=0.8)
        self._retry = Backoff(chance, FIRST_RETRY_S, LONGEST_RETRY_S, least=0.5)
        self._pass = mint()
        self._lapses_at = float("inf")
        self._failures = 0
        self._standing = Standing()
        self._admission: Admission | None = None

    def look(self) -> float | None:
        """Ask whether the screen is let in. Raises what `keep` raises."""
        if self._clock() >= self._lapses_at:
            self._renew()
        try:
            answer = self._admission or self._ask(self._pass)
        except PassSpent:
            self._renew()
            return self._fail(None)
        except ApiFailed as failure:
            self._stand(replace(self._standing, trouble=failure.code))
            return self._fail(failure.after)
        self._failures = 0
        if isinstance(answer, Waiting):
            return self._wait(answer)
        self._enter(answer)
        return None

    def _wait(self, waiting: Waiting) -> float:
        self._lapses_at = self._clock() + waiting.expires_in
        self._stand(Standing(self._pass.code, waiting.approve_at))
        return min(self._poll.draw(1, waiting.again_after), waiting.expires_in)

    def _enter(self, admission: Admission) -> None:
        self._admission = admission
        self._keep(admission)
        self._stand(Standing(is_in=True))

    def _fail(self, asked: float | None) -> float:
        self._failures += 1
        return self._retry.draw(self._failures, asked)

    def _renew(self) -> None:
        self._pass = self._mint()
        self._lapses_at = float("inf")
        self._stand(Standing())

    def _stand(self, standing: Standing) -> None:
        if standing != self._standing:
            self._standing = standing
            self._tell(standing)
