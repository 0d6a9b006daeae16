from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.attribution.flow import Flow, tell_flows
from kiosk.hub.domain.attribution.journey import Journey, Way
from kiosk.hub.domain.report.suppression import K

_MAIL = Way("mail", by_store=True, place="till")
_WAYS = (
    _MAIL,
    Way("mail", by_store=False, place=None),
    Way(None, by_store=True, place="web"),
    Way("web", by_store=True, place=None),
)


def _go(*counts: int) -> Iterator[Journey]:
    for way, count in zip(_WAYS, counts, strict=False):
        yield from (Journey(f"{way}-{number}", way) for number in range(count))


def test_ways_of_many_are_told_with_their_sum() -> None:
    flows = tell_flows(_go(12, 7))

    assert (set(flows.told), flows.people, flows.untold) == ({Flow(_MAIL, 12), Flow(_WAYS[1], 7)}, 19, 0)


def test_a_way_of_few_is_not_told_nor_what_would_give_it_away() -> None:
    flows = tell_flows(_go(12, 2))

    assert (flows.told, flows.people, flows.untold) == ([], 14, 14)


def test_where_few_went_at_all_not_even_that_is_told() -> None:
    flows = tell_flows(_go(3))

    assert (flows.told, flows.people, flows.untold) == ([], None, 0)


def test_where_nobody_went_that_is_told() -> None:
    assert tell_flows([]).people == 0


@given(st.lists(st.integers(0, 12), max_size=4))
def test_no_way_of_few_is_ever_told_and_the_others_sum_to_no_more_than_all(counts: list[int]) -> None:
    flows = tell_flows(_go(*counts))

    assert all(flow.people >= K for flow in flows.told)
    assert flows.people in {None, sum(counts)}
    assert flows.untold >= 0
