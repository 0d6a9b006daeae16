from kiosk.bench.idle import judge_idle, watch_idle
from kiosk.bench.side import Side
from kiosk.shop.broker import RunningBroker


def test_a_program_that_waits_costs_little(broker: RunningBroker) -> None:
    with Side("noise", [broker.host, str(broker.port), "1", "1"]) as side:
        cpu_percent, wakes_per_s = watch_idle(side, 0.1)

    assert cpu_percent >= 0
    assert wakes_per_s >= 0


def test_the_medians_are_reported() -> None:
    report = judge_idle([(0.1, 3.0), (0.3, 4.0), (9.0, 90.0)])

    assert report.values == {"cpu_percent": 0.3, "wakes_per_s": 4.0}
    assert [verdict.is_met for verdict in report.verdicts] == [True]
