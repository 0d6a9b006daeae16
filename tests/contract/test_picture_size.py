import pytest

from kiosk.contract.picture_size import LONGEST_SIDE, is_showable_shape


@pytest.mark.parametrize("size", [(1, 1), (1920, 1080), (800, 100), (100, 800), (LONGEST_SIDE, LONGEST_SIDE)])
def test_what_could_stand_on_a_wall_is_showable(size: tuple[int, int]) -> None:
    assert is_showable_shape(*size)


@pytest.mark.parametrize(
    "size", [(1, 1_000_000), (1_000_000, 1), (801, 100), (100, 801), (LONGEST_SIDE + 1, LONGEST_SIDE), (0, 5), (0, 0)]
)
def test_a_thread_a_giant_and_nothing_are_not(size: tuple[int, int]) -> None:
    assert not is_showable_shape(*size)
