"""From the gateway's message to the offer on the glass, against the bare program."""

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.visits import Visit, open_visits


def measure_latency(effort: Effort) -> Report:
    """Rounds of visits to the screen and to the bare program in turns."""
    ours: list[Visit] = []
    bare: list[Visit] = []
    with open_stand(effort.visits) as stand:
        for _ in range(effort.rounds):
            ours += visit_side(stand, stand.start_screen(), effort)
            bare += visit_side(stand, stand.start_bare(), effort)
    return judge_latency(ours, bare, effort.rounds * effort.events)


def visit_side(stand: Stand, side: Side, effort: Effort) -> list[Visit]:
    """One round of visits to a new side, which is ended afterwards."""
    with side, open_visits(stand, side, effort) as visits:
        return visits.measure(effort.events)


def judge_latency(ours: list[Visit], bare: list[Visit], events: int) -> Report:
    """The figures of both, and of the screen's own part from hearing to swapping."""
    screen = Figures.of([visit.seconds for visit in ours])
    yardstick = Figures.of([visit.seconds for visit in bare])
    return Report(
        "latency",
        {
            "screen": screen,
            "bare": yardstick,
            "screen_from_hearing": Figures.of([visit.seconds_from_hearing for visit in ours]),
            "bare_from_hearing": Figures.of([visit.seconds_from_hearing for visit in bare]),
            "shown": divide(len(ours), events),
        },
        (
            Verdict("x bare at p50", 1.15, divide(screen.p50, yardstick.p50)),
            Verdict("x bare at p99", 1.5, divide(screen.p99, yardstick.p99)),
        ),
    )
