from datetime import UTC, datetime

import pytest

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.reach import ENOUGH, LEAST, Reach, measure_reach_now
from kiosk.hub.sample.shop import MEMBERS, STORE
from tests.hub.regulars import add_regulars

_SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_KNOWN = len([member for member in MEMBERS if member.consents])
_AT_HOME, _ON_MONDAYS = Condition(zone=("home",)), Condition(time=Daypart(days=("mon",)))


def _measure(hub: Hub, audience: Audience, *zones: str) -> Reach:
    with hub.database.read() as session:
        return measure_reach_now(session, STORE, audience, zones, _SUNDAY)


@pytest.mark.parametrize(
    ("audience", "zones", "count"),
    [
        (Audience(all=("quilts",)), (), LEAST),
        (Audience(all=("quilts",), none=("coffee",)), (), LEAST),
        (Audience(all=("quilts", _AT_HOME)), (), LEAST),
        (Audience(all=("quilts", _AT_HOME)), ("fashion",), None),
        (Audience(all=("quilts", _ON_MONDAYS)), (), None),
        (Audience(all=("harps",)), (), None),
    ],
)
def test_those_are_counted_whom_it_certainly_reaches_and_never_a_few(
    hub: Hub, audience: Audience, zones: tuple[str, ...], count: int | None
) -> None:
    add_regulars(hub, LEAST - 1, "harps")
    add_regulars(hub, LEAST, "quilts")

    assert _measure(hub, audience, *zones) == Reach((_KNOWN + 2 * LEAST - 1) // LEAST * LEAST, count)


def test_an_offer_for_everybody_counts_nobody(hub: Hub) -> None:
    assert _measure(hub, Audience()) == Reach(_KNOWN // LEAST * LEAST, None, is_for_everybody=True)
    assert ENOUGH == 50


@pytest.mark.parametrize("few", [0, 1, LEAST - 1])
def test_how_few_are_in_an_audience_is_not_told_by_its_opposite(hub: Hub, few: int) -> None:
    add_regulars(hub, ENOUGH, "quilts")
    add_regulars(hub, few, "harps")

    others = _measure(hub, Audience(none=("harps",)))

    assert (others.count, _measure(hub, Audience(all=("harps",))).count) == (others.known, None)


def test_what_is_told_goes_by_steps_that_one_member_more_does_not_show(hub: Hub) -> None:
    add_regulars(hub, 2 * LEAST, "quilts")
    add_regulars(hub, ENOUGH, "harps")
    told = _measure(hub, Audience(all=("quilts",)))
    add_regulars(hub, 1, "quilts")

    assert _measure(hub, Audience(all=("quilts",))).count == told.count == 2 * LEAST
