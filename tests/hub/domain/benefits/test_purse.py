from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import MEMBER, OWED, STORE, Cause, Move, Posting, make_gift, post
from kiosk.hub.domain.benefits.purse import count_purse, draw_purse, pay_debts
from kiosk.hub.domain.profile.merge import merge_members
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.sample.shop import STORE as SHOP
from tests.hub.running import NOW


def _fill(hub: Hub, session: Session, key: str) -> Member:
    """Somebody who turned out to be Anna has 20 points, and Anna has 5."""
    session.add(Member(key="s_other", store_id=SHOP, joined_at=NOW, language="de", segments=[]))
    session.flush()
    for owner, steps in ((key, 5), ("s_other", 20)):
        post(session, SHOP, make_gift(Cause(f"gift:{owner}", "gift", "..."), "points", owner, steps), NOW)
    merge_members(hub, session, key, "s_other", ("uid",))
    return find_person(session, session.get_one(Member, key))


def test_what_lies_under_all_her_keys_is_hers_to_spend(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        person = _fill(hub, session, anna)

        assert count_purse(session, person, "points") == 25
        assert count_purse(session, person, "EUR") == 0
        drawn = {
            steps: {move.owner: move.steps for move in draw_purse(session, person, "points", steps)}
            for steps in (22, 99)
        }
        assert sum(drawn[22].values()) == -22
        assert drawn[99] == {anna: -5, "s_other": -20}
        assert draw_purse(session, person, "EUR", 5) == ()


def test_debts_are_paid_as_far_as_there_are_any(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        debt = (Move(OWED, anna, -7), Move(STORE, "", 7))
        post(session, SHOP, Posting(Cause("debt", "returned", "..."), "points", debt), NOW)
        member = session.get_one(Member, anna)

        assert pay_debts(session, member, "points", 3) == (Move(OWED, anna, 3),)
        assert pay_debts(session, member, "points", 9) == (Move(OWED, anna, 7),)
        assert pay_debts(session, member, "EUR", 9) == ()
        assert MEMBER not in {move.kind for move in pay_debts(session, member, "points", 9)}
