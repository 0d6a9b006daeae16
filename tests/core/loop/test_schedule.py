from collections import Counter
from datetime import UTC, datetime, timedelta
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.core.loop.schedule import JOIN_S, arrange_cycle, find_turn, join_turn, take_next

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
PICTURE = MediaRef("a.webp", "a" * 64, 1)

weights = st.lists(st.integers(1, 40), min_size=1, max_size=12).map(tuple)
offsets = st.floats(-1e8, 1e8).map(lambda seconds: timedelta(seconds=seconds))


def make_items(*weights: int, seconds: float = 10.0) -> list[Item]:
    return [
        Item(name, "image", media=PICTURE, weight=weight, seconds=seconds)
        for name, weight in zip("abcdefghijkl", weights, strict=False)
    ]


def play(items: list[Item], turns: int) -> str:
    """The ids of so many turns, one after the other."""
    last, place, played = None, 0, ""
    for _ in range(turns):
        turn = take_next(items, last, place)
        last, place = turn.item.id, turn.place
        played += turn.item.id
    return played


@given(weights)
def test_after_any_number_of_turns_each_has_had_its_share_within_one_turn(weights: tuple[int, ...]) -> None:
    had, total = Counter[int](), sum(weights)
    for turns, index in enumerate(arrange_cycle(weights) * 2, start=1):
        had[index] += 1
        assert all(abs(had[one] - turns * weight / total) < 1 for one, weight in enumerate(weights))


@given(weights, st.integers(0, 500))
def test_in_an_hour_that_begins_at_any_turn_no_share_is_off_by_two_turns(weights: tuple[int, ...], since: int) -> None:
    # Not even the best order keeps every stretch of three unequal shares or more within one turn.
    cycle, total = arrange_cycle(weights), sum(weights)
    hour = [cycle[turn % len(cycle)] for turn in range(since, since + 450)]
    assert all(abs(hour.count(one) - 450 * weight / total) < 2 for one, weight in enumerate(weights))


@given(weights)
def test_a_cycle_gives_each_exactly_its_weight_and_is_as_short_as_can_be(weights: tuple[int, ...]) -> None:
    shared = gcd(*weights)
    assert Counter(arrange_cycle(weights)) == {one: weight // shared for one, weight in enumerate(weights)}


@pytest.mark.parametrize(
    ("weights", "played"),
    [((1, 1, 1), "abcabc"), ((7, 7), "abab"), ((3,), "aaa"), ((3, 1), "aabaaaba"), ((4, 2, 1), "abaacabab")],
)
def test_turns_follow_each_other_in_the_lists_order_as_far_as_weights_allow(
    weights: tuple[int, ...], played: str
) -> None:
    assert play(make_items(*weights), len(played)) == played


def test_where_the_list_changed_it_goes_on_after_the_item_that_plays() -> None:
    a, b, c = make_items(1, 1, 1)
    assert take_next([c, a, b], "a", 0).item is b
    assert take_next([b], "a", 0).item is b
    assert take_next([a, b, c], "b", 7).item is c


@given(weights, offsets)
def test_any_two_screens_with_one_clock_agree_and_the_turns_follow_each_other(
    weights: tuple[int, ...], offset: timedelta
) -> None:
    items = make_items(*weights, seconds=8.5)
    turn = find_turn(items, EPOCH, EPOCH + offset)
    assert 0 <= turn.seconds <= 8.5
    after = find_turn(items, EPOCH, EPOCH + offset + timedelta(seconds=turn.seconds + 0.001))
    assert after.item is take_next(items, turn.item.id, turn.place).item


@given(weights, offsets, st.floats(0, 1 / 60))
def test_screens_whose_clocks_differ_by_a_frame_differ_for_no_longer(
    weights: tuple[int, ...], offset: timedelta, skew: float
) -> None:
    items = make_items(*weights)
    early = find_turn(items, EPOCH, EPOCH + offset)
    late = find_turn(items, EPOCH, EPOCH + offset + timedelta(seconds=skew))
    assert early.item is late.item or early.seconds <= skew + 1e-6


def test_the_cycle_begins_at_the_epoch() -> None:
    items = make_items(1, 1)
    assert find_turn(items, EPOCH, EPOCH) == (take_next(items, None, 0))
    assert find_turn(items, EPOCH, EPOCH - timedelta(seconds=1)).item.id == "b"


def test_who_joins_just_before_a_turn_begins_with_that_one() -> None:
    items = make_items(1, 1)
    joined = join_turn(items, EPOCH, EPOCH + timedelta(seconds=9.5))
    assert (joined.item.id, joined.seconds) == ("b", 10.5)
    assert join_turn(items, EPOCH, EPOCH + timedelta(seconds=10 - JOIN_S)).item.id == "a"


def test_who_joins_a_short_turn_late_by_a_moment_still_shows_it() -> None:
    items = make_items(1, 1, seconds=1.0)
    assert join_turn(items, EPOCH, EPOCH + timedelta(seconds=0.01)).item.id == "a"
