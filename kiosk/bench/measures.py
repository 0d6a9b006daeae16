"""Every measurement by name: what it measures, how much of it is enough, and what measures it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.bench.decide import measure_decide
from kiosk.bench.effort import Effort
from kiosk.bench.endurance import measure_endurance
from kiosk.bench.idle import measure_idle
from kiosk.bench.latency import measure_latency
from kiosk.bench.loop import measure_loop
from kiosk.bench.memory import measure_memory
from kiosk.bench.report import Report
from kiosk.bench.start import measure_start
from kiosk.bench.storm import measure_storm
from kiosk.bench.tap import measure_tap
from kiosk.errors import KioskError
from kiosk.places import tell_missing


@dataclass(frozen=True, slots=True)
class Measure:
    """`run` raises `KioskError` where it cannot measure; `effort` is the usual one, `events` says what it counts."""

    run: Callable[[Effort], Report]
    sentence: str
    effort: Effort
    events: str


def measure_hub(effort: Effort) -> Report:
    """As the room of that name does; raises `KioskError` where its libraries are missing."""
    try:
        from kiosk.bench.hub.measure import measure_hub as measure  # noqa: PLC0415 # the hub is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(tell_missing(missing, "hub")) from missing
    return measure(effort)


MEASURES = {
    "latency": Measure(measure_latency, "a gateway's MQTT message to the offer on the glass", Effort(3, 60), "visits"),
    "tap": Measure(
        measure_tap, "a card in the reader's field to the frame that says it is kept", Effort(2, 30), "taps"
    ),
    "start": Measure(
        measure_start, "the start of the program to the loop's first picture, without network", Effort(1, 15), "starts"
    ),
    "storm": Measure(
        measure_storm, "as latency, while foreign devices shout, 10,000 and 40,000 a second", Effort(1, 60), "visits"
    ),
    "loop": Measure(measure_loop, "the loop's crossfade, frame by frame, and what it costs", Effort(3, 10), "seconds"),
    "memory": Measure(measure_memory, "memory once every picture was shown", Effort(3, 16), "visits"),
    "idle": Measure(measure_idle, "processor time and wake-ups on a still picture", Effort(3, 10), "seconds"),
    "endurance": Measure(
        measure_endurance, "what very many changes of the loop leave behind", Effort(1, 10_000), "changes"
    ),
    "decide": Measure(
        measure_decide, "the choice among 100 to 100,000 offers for one of 100,000 shoppers", Effort(5, 1000), "choices"
    ),
    "hub": Measure(
        measure_hub,
        "a bookmark at the hub, of eight screens at once and up to 1,000,000 members",
        Effort(3, 50),
        "taps",
    ),
}
