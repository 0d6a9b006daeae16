from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.attribution.touch import Touch, forget_touches, move_touches, was_touched
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.models.attribution.test_campaign import make_campaign
from tests.hub.running import NOW


def _touch(session: Session) -> tuple[str, str]:
    """Anna came by the campaign; her key and another's."""
    anna, ben = session.scalars(select(Member.key).order_by(Member.visits, Member.key).limit(2))
    session.add(make_campaign("MAIL"))
    session.flush()
    session.add(Touch(store_id=STORE, member_key=anna, campaign_code="MAIL", touched_at=NOW))
    session.flush()
    return anna, ben


def test_who_came_by_what_is_known_since_then(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, ben = _touch(session)
        second = timedelta(seconds=1)

        assert was_touched(session, [ben, anna], "MAIL", NOW - second)
        assert not was_touched(session, [anna], "MAIL", NOW)
        assert not was_touched(session, [anna], "POSTER", NOW - second)
        assert not was_touched(session, [ben], "MAIL", NOW - second)


def test_what_brought_one_becomes_what_brought_another_and_is_forgotten_with_her(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, ben = _touch(session)
        move_touches(session, anna, ben)

        assert session.scalars(select(Touch.member_key)).all() == [ben]
        forget_touches(session, [anna])
        assert session.scalars(select(Touch.member_key)).all() == [ben]
        forget_touches(session, [anna, ben])
        assert session.scalars(select(Touch.member_key)).all() == []
