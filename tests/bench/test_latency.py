from msgspec import json

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.latency import judge_latency, measure_latency
from kiosk.bench.report import encode_report
from kiosk.bench.visits import Visit


def test_screen_and_bare_program_are_measured_in_one_run() -> None:
    report = measure_latency(Effort(1, 3, every_s=0.05, warm_up=1))

    told = json.decode(encode_report(report))
    assert told["bench"] == "latency"
    assert [told[name]["count"] for name in ("screen", "bare", "screen_from_hearing", "bare_from_hearing")] == [3] * 4
    assert told["shown"] == 1.0
    assert [target["what"] for target in told["targets"]] == ["x bare at p50", "x bare at p99"]


def test_the_way_begins_at_the_message_and_the_screens_own_part_at_its_arrival() -> None:
    report = judge_latency([Visit(1.0, 1.002, 1.01)], [Visit(1.0, 1.001, 1.008)], events=2)

    assert report.values["screen"] == Figures(1, 10.0, 10.0, 10.0)
    assert report.values["screen_from_hearing"] == Figures(1, 8.0, 8.0, 8.0)
    assert report.values["shown"] == 0.5
    assert [verdict.measured for verdict in report.verdicts] == [1.25, 1.25]
