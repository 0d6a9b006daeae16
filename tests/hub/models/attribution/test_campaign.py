from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.attribution.campaign import Campaign, find_campaign, is_running, list_campaigns
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

_DAY = timedelta(days=1)


def make_campaign(code: str, **facts: object) -> Campaign:
    """A campaign of the sample shop that began now."""
    return Campaign(**{"code": code, "store_id": STORE, "name": "Mail", "channel": "mail", "begins_at": NOW, **facts})  # type: ignore[arg-type] # as a test says


@pytest.mark.parametrize(
    ("facts", "is_on"),
    [
        ({}, True),
        ({"begins_at": NOW + _DAY}, False),
        ({"ends_at": NOW + _DAY}, True),
        ({"begins_at": NOW - _DAY, "ends_at": NOW}, False),
    ],
)
def test_it_runs_from_its_begin_until_its_end(facts: dict[str, object], *, is_on: bool) -> None:
    assert is_running(make_campaign("A", **facts), NOW) is is_on


def test_it_is_found_by_its_code(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add_all([make_campaign("OLD", begins_at=NOW - _DAY), make_campaign("NEW", begins_at=NOW + _DAY)])
    with hub.database.read() as session:
        found = find_campaign(session, "OLD")

        assert found is not None
        assert find_campaign(session, "old") is None
        assert [one.code for one in list_campaigns(session, STORE) if len(one.code) == 3] == ["NEW", "OLD"]
        assert list_campaigns(session, "another") == []
