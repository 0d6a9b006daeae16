"""Every measurement by name: what it measures, how much of it is enough, and what measures it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from kiosk.bench.effort import Effort
from kiosk.bench.report import Report


@dataclass(frozen=True, slots=True)
class Measure:
    """`effort` is the usual one; `events` says what is counted by it."""

    sentence: str
    effort: Effort
    events: str


MEASURES = {
    "latency": Measure("a gateway's MQTT message to the offer on the glass", Effort(3, 60), "visits"),
    "tap": Measure("a card in the reader's field to the frame that says it is kept", Effort(2, 30), "taps"),
    "start": Measure("the start of the program to the loop's first picture, without network", Effort(1, 7), "starts"),
    "storm": Measure("as latency, while foreign devices shout, 10,000 and 40,000 a second", Effort(1, 60), "visits"),
    "memory": Measure("memory once every picture was shown", Effort(3, 16), "visits"),
    "idle": Measure("processor time and wake-ups on a still picture", Effort(3, 10), "seconds"),
    "decide": Measure("the choice among 10,000 offers for one of 100,000 shoppers", Effort(1, 5000), "choices"),
}


def run_measure(name: str, effort: Effort) -> Report:
    """Measure. Raises `KioskError` where it cannot be done on this machine."""
    measure: Callable[[Effort], Report] = getattr(import_module(f"kiosk.bench.{name}"), f"measure_{name}")
    return measure(effort)
