import pytest

from kiosk.contract.video import LONGEST_S, SHORTEST_S, VideoFlaw, VideoRefused, check_length


@pytest.mark.parametrize("seconds", [SHORTEST_S, 30.0, LONGEST_S])
def test_a_length_that_a_loop_can_have_is_taken(seconds: float) -> None:
    assert check_length(seconds) == seconds


@pytest.mark.parametrize(
    ("seconds", "flaw"),
    [
        (0.0, VideoFlaw.NO_LENGTH),
        (-1.0, VideoFlaw.NO_LENGTH),
        (float("nan"), VideoFlaw.NO_LENGTH),
        (0.9, VideoFlaw.TOO_SHORT),
        (3600.1, VideoFlaw.TOO_LONG),
        (float("inf"), VideoFlaw.TOO_LONG),
    ],
)
def test_a_flash_an_endless_one_and_none_are_refused(seconds: float, flaw: VideoFlaw) -> None:
    with pytest.raises(VideoRefused) as refusal:
        check_length(seconds)
    assert refusal.value.flaw is flaw
