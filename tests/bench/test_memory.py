from kiosk.bench.memory import judge_memory


def test_the_median_of_both_is_compared() -> None:
    report = judge_memory([150.0, 160.0, 900.0], [100.0, 100.0, 100.0])

    assert report.values == {"screen_pss_mb": 160.0, "bare_pss_mb": 100.0}
    assert [verdict.measured for verdict in report.verdicts] == [1.6]
