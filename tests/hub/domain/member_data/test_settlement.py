import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.coupon_life import hold_coupon
from kiosk.hub.domain.member_data.settlement import settle
from kiosk.hub.models.benefits.ledger_account import list_accounts
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.store.severed_tap import SeveredTap
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.member_data.known_well import BOUGHT, OPEN, get_to_know
from tests.hub.running import NOW


@pytest.mark.parametrize("basket", ["", "basket"])
def test_what_she_kept_and_did_not_buy_goes_back_even_from_a_tills_basket(hub: Hub, basket: str) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        if basket:
            hold_coupon(session, session.get_one(Bookmark, OPEN), basket, NOW)
        settle(hub, session, STORE, [known.key])

        assert [session.get_one(Bookmark, one).state for one in (OPEN, BOUGHT)] == ["released", "redeemed"]


def test_her_points_go_back_to_the_store_and_the_books_still_sum_to_zero(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        before = [account.balance for account in list_accounts(session, STORE, "member", known.key)]
        settle(hub, session, STORE, [known.key])

        assert any(before)
        assert find_faults(session) == []
        assert not any(account.balance for account in list_accounts(session, STORE, "member", known.key))


def test_what_was_bought_stays_counted_by_screen_and_hour(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        settle(hub, session, STORE, [known.key])
        (tap,) = session.scalars(select(SeveredTap)).all()

        assert (tap.screen_id, tap.offer_id, tap.tapped_at.minute) == (FIRST_SCREEN, "o-watch", 0)
