from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.handover import hand_over
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.models.benefits.referral import Referral, find_referral
from kiosk.hub.models.benefits.referral_code import ReferralCode, find_referrer
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW


def _add_nameless(session: Session, *keys: str) -> None:
    for key in keys:
        session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
    session.flush()


def _give(session: Session, key: str, owner: str, steps: int) -> None:
    post(session, STORE, make_gift(Cause(key, "gift", "..."), "points", owner, steps), NOW)


def _hand_over(hub: Hub, key: str, member: str) -> None:
    with hub.database.write() as session:
        hand_over(session, key, session.get_one(Member, member), NOW)


def test_what_was_collected_without_a_name_is_hers_once_however_often_it_is_handed_over(
    hub: Hub, books: Books, anna: str
) -> None:
    with hub.database.write() as session:
        _give(session, "a", "nameless", 20)
    for _ in range(2):
        _hand_over(hub, "nameless", anna)
    with hub.database.write() as session:
        _give(session, "b", "nameless", 5)
    _hand_over(hub, "nameless", anna)

    assert (books.read("nameless"), books.read(anna), books.list_faults()) == (0, 25, [])


def test_her_code_and_whom_it_brought_come_along(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        _add_nameless(session, "nameless", "friend", "referrer")
        session.add(ReferralCode(member_key="nameless", code="K7Q42MFX"))
        session.add(Referral(friend_key="friend", referrer_key="nameless", made_at=NOW))
        session.add(Referral(friend_key="nameless", referrer_key="referrer", made_at=NOW))
    _hand_over(hub, "nameless", anna)
    with hub.database.read() as session:
        assert find_referrer(session, "K7Q42MFX") == anna
        assert [find_referral(session, key) is None for key in ("friend", anna, "nameless")] == [False, False, True]
        assert session.get_one(Referral, "friend").referrer_key == anna


def test_who_has_a_code_keeps_it_and_nobody_comes_to_recommend_to_herself(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        _add_nameless(session, "nameless")
        session.add(ReferralCode(member_key="nameless", code="K7Q42MFX"))
        session.add(ReferralCode(member_key=anna, code="00000000"))
        session.flush()
        session.add(Referral(friend_key=anna, referrer_key="nameless", made_at=NOW))
    _hand_over(hub, "nameless", anna)
    with hub.database.read() as session:
        assert (find_referrer(session, "K7Q42MFX"), find_referrer(session, "00000000")) == (None, anna)
        assert session.get_one(Referral, anna).referrer_key == "nameless"
