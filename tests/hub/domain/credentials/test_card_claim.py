import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.credentials.card_claim import claim_card, confirm_card, make_claim_code
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import PRINTED, Credential, find_member, group_cards
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

CARD, PHONE = "c" * 64, "p" * 40


def _open_account(session: Session, key: str) -> Account:
    session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
    session.flush()
    account = Account(member_key=key, store_id=STORE, opened_at=NOW, address=f"{key}@example.com")
    session.add(account)
    session.flush()
    return account


def test_what_an_anonymous_card_collected_comes_with_it(hub: Hub) -> None:
    with hub.database.write() as session:
        account = _open_account(session, "s_mara")
        session.add(Member(key="s_card", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        session.add(Credential(store_id=STORE, kind=PRINTED, value=CARD, member_key="s_card"))
        claim_card(session, account, CARD, PHONE, NOW)
        session.flush()

        assert confirm_card(hub, session, STORE, make_claim_code(PHONE, CARD).lower(), CARD)
        holder = find_member(session, STORE, PRINTED, CARD)
        assert holder
        assert holder.key == "s_mara"


def test_of_two_who_claim_one_card_the_first_that_a_till_confirms_has_it(hub: Hub) -> None:
    with hub.database.write() as session:
        for key in ("s_mara", "s_otto"):
            claim_card(session, _open_account(session, key), CARD, f"{key}'s phone", NOW)
        session.flush()
        codes = [make_claim_code(f"{key}'s phone", CARD) for key in ("s_otto", "s_mara")]

        assert confirm_card(hub, session, STORE, codes[0], CARD)
        with pytest.raises(Problem) as refusal:
            confirm_card(hub, session, STORE, codes[1], CARD)
        assert refusal.value.code == "card_taken"
        assert not confirm_card(hub, session, STORE, codes[0], CARD)


def test_no_screen_hears_of_a_printed_card(hub: Hub) -> None:
    with hub.database.write() as session:
        claim_card(session, _open_account(session, "s_mara"), CARD, PHONE, NOW)
        session.flush()
        confirm_card(hub, session, STORE, make_claim_code(PHONE, CARD), CARD)

        assert "s_mara" not in group_cards(session, select(Member.key))
