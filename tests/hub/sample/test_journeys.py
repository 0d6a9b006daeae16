from datetime import date

from sqlalchemy import func, select

from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.telling import TellingOfMonth, list_months, read_month, tell_months
from kiosk.hub.models.attribution.campaign import is_running, list_campaigns
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import MEMBERS, STORE


def _read(hub: Hub) -> list[TellingOfMonth]:
    with hub.database.read() as session:
        store = get_store(session, STORE)
        months = [read_month(session, store, first) for first in list_months(session, store)]
    return [month for month in months if month]


def test_the_last_two_months_tell_of_every_way_and_of_an_offer_that_works(hub: Hub) -> None:
    months = _read(hub)

    assert [month.first for month in months] == [date(2026, 10, 1), date(2026, 9, 1)]
    for month in months:
        report = month.report
        assert {flow.way.channel for flow in report.flows.told} >= {"mail", "screen", None}
        assert {flow.way.place for flow in report.flows.told} >= {"till", "phone", None}
        assert all(row.purchases for row in report.sales.rows)
        assert sum(row.purchases or 0 for row in report.sales.rows) == report.sales.purchases
        assert [one.difference is not None and one.difference.at > 0 for one in report.effects] == [True]


def test_its_people_are_in_no_table_and_its_campaigns_run(hub: Hub) -> None:
    with hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == len(MEMBERS)
        campaigns = list_campaigns(session, STORE)

        assert {campaign.channel for campaign in campaigns} == {"mail", "print", "web"}
        assert all(is_running(campaign, hub.now()) and campaign.opened for campaign in campaigns)


def test_what_the_shop_was_told_is_not_told_anew(hub: Hub) -> None:
    before = _read(hub)
    tell_months(hub)

    assert _read(hub) == before
