from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.basket.basket import find_version, move_basket, open_basket
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


def test_a_basket_is_opened_once_and_what_lies_in_another_comes_into_it_only_if_it_is_moved(hub: Hub) -> None:
    with hub.database.write() as session:
        one, other = name_members(session)
        open_basket(session, other, NOW)
        put(session, other, "hers")

        basket = open_basket(session, one, NOW)

        assert open_basket(session, one, NOW) is basket
        assert list_basket_lines(session, [one]) == []
        move_basket(session, other, one, NOW)
        assert [line.id for line in list_basket_lines(session, [one])] == ["hers"]
        assert find_version(session, [one, other]) == 0
