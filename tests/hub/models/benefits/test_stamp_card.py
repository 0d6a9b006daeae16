from datetime import date

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.stamp_card import StampCard, find_card, stamp
from kiosk.hub.models.members.member import Member

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_a_card_has_one_stamp_of_a_department_and_none_of_a_day_that_stamped_before() -> None:
    card = StampCard(member_key="m")
    told = [stamp(card, "home", SUNDAY), stamp(card, "home", MONDAY), stamp(card, "fashion", SUNDAY)]
    card.zones = []
    told += [stamp(card, "home", SUNDAY), stamp(card, "home", MONDAY)]

    assert told == [True, False, True, False, True]
    assert (card.zones, card.days) == (["home"], {"home": "2026-11-23", "fashion": "2026-11-22"})


def test_a_members_card_is_found_as_it_was_stamped(hub: Hub) -> None:
    with hub.database.write() as session:
        key = session.scalars(select(Member.key)).first() or ""
        card = StampCard(member_key=key)
        session.add(card)
        stamp(card, "home", SUNDAY)
    with hub.database.read() as session:
        found = find_card(session, key)
        assert found
        assert (found.zones, found.days, found.number) == (["home"], {"home": "2026-11-22"}, 1)
        assert find_card(session, "nobody") is None
