from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.hub.measure import Load, judge_hub, measure_hub
from kiosk.bench.hub.taps import SCREENS


def test_hubs_of_each_size_and_the_bare_program_are_measured_on_each_database() -> None:
    lines: list[str] = []
    report = measure_hub(Effort(1, 2, members=(3,)), lines.append)

    counts = {name: load.answers.count for name, load in report.values.items() if isinstance(load, Load)}
    kinds = ("sqlite_3", "sqlite_bare", "postgresql_3", "postgresql_bare")
    assert counts == dict.fromkeys(kinds, 2 * SCREENS)
    assert "postgresql: round 1 of 1" in lines


def test_many_members_and_all_that_the_hub_does_are_judged_by_what_all_screens_got_done() -> None:
    rates = {"10": 150.0, "100": 100.0, "bare": 300.0}
    load = {name: Load(Figures(8, 9.0, 9.0, 9.0), rate) for name, rate in rates.items()}

    report = judge_hub({"sqlite": load}, (10, 100))

    assert [verdict.measured for verdict in report.verdicts] == [1.5, 2.0]
    assert str(report.values["sqlite_bare"]).endswith("300 bookmarks/s")
