"""From the card in the field to the frame that says "saved", with the bookmark on disk before it."""

from dataclasses import dataclass
from time import sleep

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import open_stand
from kiosk.bench.visits import PATIENCE_S, Visits, open_visits
from kiosk.core.effects import TapOutcome
from kiosk.errors import KioskError

HOLD_S = 0.3
PAUSE_S = 1.0
"""The kept offer has gone by then, and the reader looks for cards again."""
_NXP = 0x04
"""The first byte of such a card's UID says who made it (ISO/IEC 7816-6)."""
SETTINGS = ("nfc.device=tty:bench:double", "pacing.saved_s=0.5")


@dataclass(frozen=True, slots=True)
class Tap:
    """Monotonic seconds: the card was put into the field, nfcpy felt it, the frame that says "saved" was swapped."""

    put_at: float
    felt_at: float
    swapped_at: float


def measure_tap(effort: Effort) -> Report:
    """Rounds of taps at a new screen, each by another member with a card that was never seen."""
    taps: list[Tap] = []
    with open_stand(effort.visits) as stand:
        for _ in range(effort.rounds):
            with stand.start_screen(*SETTINGS) as screen, open_visits(stand, screen, effort) as visits:
                taps += [visit_and_tap(visits, screen, number) for number in range(effort.events)]
    return judge_tap(taps)


def visit_and_tap(visits: Visits, screen: Side, number: int) -> Tap:
    """A member walks up and taps a new card; returns when the kept offer has gone."""
    visits.walk_up(PATIENCE_S)
    tap = tap_card(screen, number)
    sleep(HOLD_S)
    screen.tell("take")
    sleep(PAUSE_S)
    return tap


def tap_card(screen: Side, number: int) -> Tap:
    """Hold a new card into the field; raises `KioskError` where nothing was kept."""
    screen.tell(f"put {_NXP << 48 | number:014x}")
    put_at = 0.0
    while (said := screen.hear(PATIENCE_S)) is not None and said.what != "tap":
        put_at = said.at if said.what == "put" else put_at
    if said is None or said.reason != TapOutcome.SAVED:
        message = f"a tap was not kept but {said.reason if said else 'not answered'}"
        raise KioskError(message)
    return Tap(put_at, said.since, said.at)


def judge_tap(taps: list[Tap]) -> Report:
    """The whole way, nfcpy's part of it (its polls), and ours: reading, deciding, writing, painting."""
    whole = Figures.of([tap.swapped_at - tap.put_at for tap in taps])
    own = Figures.of([tap.swapped_at - tap.felt_at for tap in taps])
    return Report(
        "tap",
        {
            "card_to_frame": whole,
            "card_to_felt": Figures.of([tap.felt_at - tap.put_at for tap in taps]),
            "felt_to_frame": own,
        },
        (Verdict("ms at p95", 60, whole.p95), Verdict("ms at p95 from the card's being felt on", 15, own.p95)),
    )
