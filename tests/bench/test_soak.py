import pytest

from kiosk.bench.endurance import EnduranceFailed
from kiosk.bench.holding import Holding
from kiosk.bench.soak import judge_soak, watch_soak
from kiosk.bench.soaked import Soaked


def make_day(slowest_s: list[float]) -> list[Soaked]:
    return [Soaked(Holding(500 * n, 1000.0, 9, 4, 10), float(n), slowest) for n, slowest in enumerate(slowest_s, 1)]


def test_a_slow_change_counts_once_the_screen_is_warm() -> None:
    cold, warm = judge_soak([make_day([0.5, 0.01, 0.02])]), judge_soak([make_day([0.01, 0.01, 0.5])])

    assert cold.values["slowest_ms"] == 20
    assert all(verdict.is_met for verdict in cold.verdicts)
    assert [verdict.is_met for verdict in warm.verdicts][-1] is False
    assert warm.values["hours"] == 3


def test_what_grows_fails_as_in_endurance() -> None:
    day = [Soaked(Holding(500 * n, 1000.0 * n, 9 + n, 4, 10), float(n), 0.01) for n in range(1, 7)]

    assert [verdict.is_met for verdict in judge_soak([day]).verdicts] == [False, False, True, True, True]


def test_hours_of_a_day_leave_no_thread_or_file_behind() -> None:
    looks = watch_soak(100)

    assert looks[-1].holding.changes >= 90
    assert looks[-1].hours > 0.1
    earlier, last = ([look.holding for look in part] for part in (looks[: len(looks) // 2], looks[-10:]))
    # Threads come for a moment and go: what is left behind is there at each look, above all that ever was at once.
    assert min(holding.threads for holding in last) <= max(holding.threads for holding in earlier)
    assert min(holding.files for holding in last) <= max(holding.files for holding in earlier)


def test_a_screen_that_fails_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none such")

    with pytest.raises(EnduranceFailed):
        watch_soak(1)
