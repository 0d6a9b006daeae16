from itertools import pairwise

from kiosk.screen.layout.drift import REACH, find_drift

PLACES = (2 * REACH + 1) ** 2


def test_it_comes_to_every_place_within_its_reach_and_to_no_other() -> None:
    places = {find_drift(minute) for minute in range(PLACES)}
    assert len(places) == PLACES
    assert {abs(step) for place in places for step in place} == set(range(REACH + 1))


def test_it_moves_by_one_pixel_a_minute_for_ever() -> None:
    places = [find_drift(minute) for minute in range(3 * PLACES)]
    moves = {abs(right - left) + abs(down - up) for (left, up), (right, down) in pairwise(places)}
    assert moves == {1}
