import pytest

from kiosk.bench.loop import REFRESH_S
from kiosk.bench.storm_fade import Fade, judge_fades

EVEN = Fade.of([number * REFRESH_S for number in range(101)])
UNEVEN = Fade.of([number * REFRESH_S for number in range(101) if number not in {20, 40, 60, 80}])


def test_a_frame_that_was_left_out_is_counted() -> None:
    assert (EVEN.gaps.count, EVEN.dropped) == (100, 0.0)
    assert (UNEVEN.gaps.count, UNEVEN.dropped) == (96, 4 / 96)
    assert str(UNEVEN).endswith("from frame to frame, 4.17% dropped")


def test_no_frame_is_no_measurement_and_meets_nothing() -> None:
    assert Fade.of([]).gaps.count == 0
    assert not judge_fades({"quiet": EVEN, "noise": Fade.of([])})[0].is_met


def test_a_noise_is_judged_by_what_the_quiet_drops_anyhow() -> None:
    (worse,) = judge_fades({"quiet": EVEN, "noise": UNEVEN})
    (same,) = judge_fades({"quiet": UNEVEN, "noise": UNEVEN})

    assert worse.measured == pytest.approx(4 / 96)
    assert (worse.is_met, same.is_met) == (False, True)


def test_so_few_that_the_quiet_may_have_dropped_them_too_are_none() -> None:
    few = Fade.of([number * REFRESH_S for number in range(101) if number not in {20, 60}])

    assert judge_fades({"quiet": EVEN, "noise": few})[0].is_met
