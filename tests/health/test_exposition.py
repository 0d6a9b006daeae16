from kiosk.health.exposition import write_metrics
from kiosk.health.report import Metric, Sample, gauge


def test_each_metric_is_explained_before_its_figures() -> None:
    metrics = (
        gauge("vitrine_outbox_waiting", "Bookmarks that wait.", 3),
        Metric("x_total", "counter", "Times.", (Sample(1, {"thread": "nfc"}), Sample(0.5, {"thread": "sync"}))),
    )
    assert write_metrics(metrics).splitlines() == [
        "# HELP vitrine_outbox_waiting Bookmarks that wait.",
        "# TYPE vitrine_outbox_waiting gauge",
        "vitrine_outbox_waiting 3",
        "# HELP x_total Times.",
        "# TYPE x_total counter",
        'x_total{thread="nfc"} 1',
        'x_total{thread="sync"} 0.5',
    ]


def test_what_would_end_a_label_is_escaped() -> None:
    metric = Metric("x", "gauge", "X.", (Sample(1, {"theme": 'a"b\\c\nd'}),))
    assert write_metrics((metric,)).splitlines()[-1] == r'x{theme="a\"b\\c\nd"} 1'


def test_a_metric_without_figures_is_left_out() -> None:
    assert write_metrics((Metric("x", "gauge", "X.", ()),)) == ""
