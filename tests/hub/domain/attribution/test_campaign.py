from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign, end_campaign
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.models.attribution.campaign import is_running
from kiosk.hub.sample.shop import STORE


def test_a_campaign_runs_at_once_under_a_code_of_its_own_that_can_be_typed(hub: Hub) -> None:
    with hub.database.write() as session:
        mail, poster = (begin_campaign(hub, session, STORE, Plan("Mai", channel)) for channel in ("mail", "print"))

        assert is_running(mail, hub.now())
        assert mail.code != poster.code
        assert read_code(f"{mail.code[:4]} {mail.code[4:]}".lower()) == mail.code
        assert len(mail.code) == 8


def test_what_is_planned_begins_and_ends_when_it_says(hub: Hub) -> None:
    tomorrow, later = (hub.now() + timedelta(days=days) for days in (1, 9))
    with hub.database.write() as session:
        campaign = begin_campaign(hub, session, STORE, Plan("Mai", "web", "o-mug", tomorrow, later))

        assert [is_running(campaign, moment) for moment in (hub.now(), tomorrow, later)] == [False, True, False]
        assert campaign.offer_id == "o-mug"


def test_it_ends_once_and_one_that_did_not_begin_never_does(hub: Hub) -> None:
    now, tomorrow = hub.now(), hub.now() + timedelta(days=1)
    with hub.database.write() as session:
        running = begin_campaign(hub, session, STORE, Plan("Mai", "web"))
        planned = begin_campaign(hub, session, STORE, Plan("Mai", "web", begins_at=tomorrow))

        assert [end_campaign(running, now), end_campaign(running, now)] == [True, False]
        assert end_campaign(planned, now)
        assert [is_running(one, tomorrow) for one in (running, planned)] == [False, False]
