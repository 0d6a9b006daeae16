from math import inf

import hypothesis.strategies as st
from hypothesis import given

from kiosk.offers.timeline import Timeline
from tests.doubles.effort import count_calls

TIMES = st.integers(0, 12)
SPANS = st.lists(
    st.tuples(TIMES | st.just(-inf), TIMES | st.just(inf)).filter(lambda span: span[0] < span[1]),
    min_size=1,
    max_size=20,
)


@given(spans=SPANS, at=st.integers(-1, 13))
def test_it_finds_exactly_what_a_look_at_every_span_finds(spans: list[tuple[float, float]], at: int) -> None:
    timeline = Timeline([(start, until, place) for place, (start, until) in enumerate(spans)])

    expected = [place for place, (start, until) in enumerate(spans) if start <= at < until]

    assert sorted(timeline.list_on(at)) == expected


def test_a_span_is_on_from_its_start_and_not_at_its_end() -> None:
    timeline = Timeline([(1, 2, "x")])

    assert [list(timeline.list_on(at)) for at in (0, 1, 2)] == [[], ["x"], []]


def test_what_is_over_and_what_is_yet_to_come_costs_next_to_nothing() -> None:
    few, many = (Timeline([(at, at + 2, at) for at in range(0, count, 2)]) for count in (100, 10_000))

    assert list(many.list_on(5_001)) == [5_000]
    # Seven halvings lie between the two, each with a look or two.
    assert count_calls(lambda: list(many.list_on(5_001))) <= count_calls(lambda: list(few.list_on(51))) + 21
