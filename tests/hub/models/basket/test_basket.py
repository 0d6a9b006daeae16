from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.basket.basket import find_version, open_basket
from kiosk.hub.models.basket.basket_line import BasketLine, list_basket_lines
from kiosk.hub.models.members.member import Member
from tests.hub.running import NOW


def name_members(session: Session) -> list[str]:
    return list(session.scalars(select(Member.key).order_by(Member.key)))[:2]


def put(session: Session, key: str, line_id: str, minutes: int = 0) -> None:
    added_at = NOW + timedelta(minutes=minutes)
    line = BasketLine(
        id=line_id, member_key=key, code="1", count=1, way="take", seen_price=Decimal(1), added_at=added_at
    )
    session.add(line)
    session.flush()


def test_a_member_has_one_basket_whoever_she_turned_out_to_be(hub: Hub) -> None:
    with hub.database.write() as session:
        one, other = name_members(session)
        open_basket(session, other, [other], NOW)
        put(session, other, "hers")

        basket = open_basket(session, one, [one, other], NOW)

        assert open_basket(session, one, [one, other], NOW) is basket
        assert [line.id for line in list_basket_lines(session, [one])] == ["hers"]
        assert find_version(session, [one, other]) == 0
