import pytest

from kiosk.bench.endurance import EnduranceFailed, judge_endurance, watch_endurance
from kiosk.bench.holding import Holding


def make_round(memory: list[float], objects: list[int]) -> list[Holding]:
    return [
        Holding(1000 * (n + 1), kib, count, 4, 10) for n, (kib, count) in enumerate(zip(memory, objects, strict=True))
    ]


def test_what_grows_while_caches_fill_does_not_count() -> None:
    report = judge_endurance([make_round([100, 900, 1000, 1000, 1000, 1000], [5, 9, 9, 9, 9, 9])])

    assert report.values["kib_per_1000_changes"] == 0
    assert [verdict.is_met for verdict in report.verdicts] == [True] * 4


def test_the_worst_round_counts() -> None:
    calm = make_round([100.0] * 6, [9] * 6)
    leaky = make_round([100.0 * n for n in range(6)], [9, 9, 9, 9, 9, 10])

    report = judge_endurance([calm, leaky, calm])

    assert report.values["kib_per_1000_changes"] == pytest.approx(100)
    assert [verdict.is_met for verdict in report.verdicts] == [False, False, True, True]


def test_hundreds_of_changes_leave_no_object_thread_or_file_behind() -> None:
    looks = watch_endurance(300)

    assert looks[-1].changes == 300
    for name in ("objects", "threads", "files"):
        counts = [getattr(look, name) for look in looks[len(looks) // 3 :]]
        assert max(counts) == counts[0], f"{name}: {counts}"


def test_a_screen_that_fails_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none such")

    with pytest.raises(EnduranceFailed):
        watch_endurance(1)
