from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.domain.benefits.stamp_card import stamp_visit
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.domain.visit.test_guidance import draw
from tests.hub.pages.visit.test_visit import Guest
from tests.hub.running import NOW, RunningHub


def test_her_round_of_stamps_says_where_one_waits_once_she_allows_it(running: RunningHub) -> None:
    with Guest(running) as anna:
        anna.push()
        asked = anna.look().text
        with running.hub.database.write() as session:
            draw(session)
            member = session.get_one(Member, session.get_one(Bookmark, "b-o-mug").member_key)
            allow(running.hub, session, member, PERSONAL_OFFERS)
            stamp_visit(session, member, "home", NOW.date(), NOW)
        told = anna.look().text

    assert "Ihre Stempelrunde" not in asked
    assert "1 von 3 Abteilungen" in told
    assert "Mode: Erdgeschoss" in told
    assert "Wohnen: 1. Etage, links</li>" not in told


def test_what_lies_in_her_basket_is_counted(running: RunningHub) -> None:
    with Guest(running) as anna:
        anna.push()
        with running.hub.database.write() as session:
            stock(session)
            member = session.get_one(Member, session.get_one(Bookmark, "b-o-mug").member_key)
            change_basket(running.hub, session, member, "c", Add(PEN))

        assert "Eine Ware im Warenkorb" in anna.look().text
