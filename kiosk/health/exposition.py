"""Writes metrics as Prometheus reads them.

Source: "Text-based format", version 0.0.4, prometheus.io/docs/instrumenting/exposition_formats.
"""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.health.report import Metric

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})


def write_metrics(metrics: Iterable[Metric]) -> str:
    """All of them, one after the other; a metric without a figure is left out."""
    return "".join(f"{line}\n" for metric in metrics if metric.samples for line in _list_lines(metric))


def _list_lines(metric: Metric) -> Iterator[str]:
    yield f"# HELP {metric.name} {metric.sentence}"
    yield f"# TYPE {metric.name} {metric.kind}"
    for sample in metric.samples:
        yield f"{metric.name}{_write_labels(sample.labels)} {sample.value!r}"


def _write_labels(labels: Mapping[str, str]) -> str:
    pairs = ",".join(f'{name}="{value.translate(_ESCAPES)}"' for name, value in labels.items())
    return f"{{{pairs}}}" if pairs else ""
