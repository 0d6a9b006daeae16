from kiosk.health.report import Sample, gauge


def test_a_gauge_has_one_figure_without_labels() -> None:
    assert gauge("x", "X.", 2).samples == (Sample(2, {}),)
