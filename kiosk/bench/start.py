"""From the start of the process to the loop's first picture, with no network at all.

Of `kiosk run` only the command line is left out, which takes a few milliseconds more.
"""

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import stock_shop
from kiosk.bench.stock import Stock
from kiosk.errors import KioskError

PATIENCE_S = 30.0
NOWHERE = "mqtt://127.0.0.1:9"


def measure_start(effort: Effort) -> Report:
    """The screen and the bare program in turns, `rounds` times `events`, after one of each that does not count."""
    with stock_shop(0) as stock:
        for start in (start_screen, start_bare):
            time_start(start(stock))
        times = [
            (time_start(start_screen(stock)), time_start(start_bare(stock)))
            for _ in range(effort.rounds * effort.events)
        ]
    return judge_start([ours for ours, _ in times], [bare for _, bare in times])


def start_screen(stock: Stock) -> Side:
    """The real screen, with nobody to talk to."""
    return Side("screen", [*stock.list_settings(), f"broker.url={NOWHERE}"])


def start_bare(stock: Stock) -> Side:
    """The bare program, without a broker."""
    return Side("bare", [str(stock.bare_file), "", "0"])


def time_start(side: Side) -> float:
    """Seconds until its first frame; it is ended then. Raises `KioskError` where there is none."""
    with side:
        said = side.hear(PATIENCE_S)
    if said is None:
        message = "no frame came"
        raise KioskError(message)
    return said.at - side.began_at


def judge_start(ours: list[float], bare: list[float]) -> Report:
    """Both, and the ratio of their medians."""
    screen, yardstick = Figures.of(ours), Figures.of(bare)
    verdict = Verdict("x bare at p50", 1.5, divide(screen.p50, yardstick.p50))
    return Report("start", {"screen": screen, "bare": yardstick}, (verdict,))
