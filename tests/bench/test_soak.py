import pytest

from kiosk.bench.endurance import EnduranceFailed
from kiosk.bench.holding import Holding
from kiosk.bench.soak import judge_soak, watch_soak
from kiosk.bench.soaked import Soaked


def make_look(n: int, slowest_s: float = 0.01, grows: int = 0, **types: int) -> Soaked:
    """The n-th, at each of which all that could grow is so much more."""
    holding = Holding(500 * n, 1000.0 * (n if grows else 1), 9 + n * grows, 4, 10)
    return Soaked(holding, float(n), slowest_s, {"builtins.dict": 100, **types}, mishaps=n)


def make_day(slowest_s: list[float]) -> list[Soaked]:
    return [make_look(n, slowest) for n, slowest in enumerate(slowest_s, 1)]


def test_a_slow_change_counts_once_the_screen_is_warm() -> None:
    cold, warm = judge_soak([make_day([0.5, 0.01, 0.02])]), judge_soak([make_day([0.01, 0.01, 0.5])])

    assert cold.values["slowest_ms"] == 20
    assert all(verdict.is_met for verdict in cold.verdicts)
    assert [verdict.is_met for verdict in warm.verdicts][-1] is False
    assert warm.values["hours"] == 3
    assert warm.values["mishaps"] == 3


def test_what_grows_fails_as_in_endurance() -> None:
    day = [make_look(n, grows=1) for n in range(1, 7)]

    assert [verdict.is_met for verdict in judge_soak([day]).verdicts] == [False, False, True, True, True, True]


def test_objects_of_python_that_grow_fail_by_their_type() -> None:
    report = judge_soak([[make_look(n, Offer=10 * n, Once=n == 6, Scene=7) for n in range(1, 7)]])

    assert [verdict.is_met for verdict in report.verdicts] == [True, True, True, True, False, True]
    assert str(report.values["gathered"]) == "30 Offer, 1 Once"


def test_hours_of_a_day_leave_no_thread_or_file_behind() -> None:
    looks = watch_soak(100)

    assert looks[-1].holding.changes >= 90
    assert looks[-1].hours > 0.1
    assert looks[-1].mishaps == 1
    earlier, last = ([look.holding for look in part] for part in (looks[: len(looks) // 2], looks[-10:]))
    # Threads come for a moment and go: what is left behind is there at each look, above all that ever was at once.
    assert min(holding.threads for holding in last) <= max(holding.threads for holding in earlier)
    assert min(holding.files for holding in last) <= max(holding.files for holding in earlier)


def test_a_screen_that_fails_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none such")

    with pytest.raises(EnduranceFailed):
        watch_soak(1)
