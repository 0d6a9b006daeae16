"""How a program is, as it tells a monitor."""

from typing import Literal

from msgspec import Struct


class Sample(Struct, frozen=True):
    """One figure, told apart from others of its metric by labels."""

    value: float
    labels: dict[str, str] = {}


class Metric(Struct, frozen=True):
    """Figures of one kind; `name` by Prometheus's rules, `sentence` says what is counted, in which unit."""

    name: str
    kind: Literal["gauge", "counter"]
    sentence: str
    samples: tuple[Sample, ...]


class Report(Struct, frozen=True):
    """`details` is what `/healthz` says beside `well`, `metrics` what `/metrics` says beside the process's cost."""

    well: bool
    details: dict[str, object] = {}
    metrics: tuple[Metric, ...] = ()


def gauge(name: str, sentence: str, value: float) -> Metric:
    """A metric of one figure that rises and falls."""
    return Metric(name, "gauge", sentence, (Sample(value),))
