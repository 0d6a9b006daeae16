from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.tap import Tap, judge_tap, measure_tap


def test_a_card_is_felt_and_kept_by_the_real_screen() -> None:
    report = measure_tap(Effort(1, 1, every_s=0.05, warm_up=1))

    assert [value.count for value in report.values.values() if isinstance(value, Figures)] == [1, 1, 1]


def test_the_way_is_split_where_nfcpy_felt_the_card() -> None:
    report = judge_tap([Tap(1.0, 1.03, 1.04)])

    assert report.values["card_to_frame"] == Figures(1, 40.0, 40.0, 40.0)
    assert report.values["card_to_felt"] == Figures(1, 30.0, 30.0, 30.0)
    assert report.values["felt_to_frame"] == Figures(1, 10.0, 10.0, 10.0)
    assert [verdict.is_met for verdict in report.verdicts] == [True, True]
