from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign, count_opening, end_campaign, tell_opened
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.domain.report.suppression import K
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


def test_how_often_its_link_was_followed_is_told_by_whole_days_and_never_of_a_few_more(hub: Hub) -> None:
    followed = (K, 1, K - 2, 1)
    with hub.database.write() as session:
        campaign = begin_campaign(hub, session, STORE, Plan("Mai", "web"))
        told = list[tuple[int, int]]()
        for day, times in enumerate(followed):
            now = hub.now() + timedelta(days=day)
            before = tell_opened(session, campaign, now)
            for _ in range(times):
                count_opening(session, campaign, now)
            told.append((before, tell_opened(session, campaign, now)))
        after = tell_opened(session, campaign, hub.now() + timedelta(days=len(followed)))

        assert told == [(0, 0), (K, K), (K, K), (K, K)]
        assert (campaign.opened, after) == (2 * K, 2 * K)
