from msgspec import json

from kiosk.bench.effort import Effort
from kiosk.bench.loop import Fading, judge_loop, measure_loop
from kiosk.bench.report import encode_report


def test_both_programs_fade_and_say_each_frame() -> None:
    told = json.decode(encode_report(measure_loop(Effort(1, 4, calm_s=0.5))))

    assert told["bench"] == "loop"
    assert told["screen_gaps"]["count"] > 5
    assert told["bare_gaps"]["count"] > 5
    assert told["screen_longest_gap_ms"] >= told["screen_gaps"]["p99"]
    assert len(told["targets"]) == 3


def test_gaps_of_all_rounds_count_together_and_processor_time_is_a_ratio() -> None:
    ours = [Fading([0.016] * 50, 10.0), Fading([0.032] * 50, 14.0)]
    report = judge_loop(ours, [Fading([0.016] * 10, 10.0)])

    assert [round(verdict.measured, 1) for verdict in report.verdicts] == [1.0, 1.9, 1.2]
    assert [verdict.is_met for verdict in report.verdicts] == [True, False, True]
