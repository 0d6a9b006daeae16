from datetime import timedelta

import msgspec

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.login import note_login
from kiosk.hub.domain.benefits.programme import parse_programme
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.benefits.own_page import keep_with_card, open_in, read_messages
from tests.hub.running import NOW, Dial

_PROGRAMME = """
[[earn]]
name = "login"
on = "login"
unit = "points"
amount = 2
"""


def test_who_signs_in_is_paid_and_thanked_once_a_day(hub: Hub, books: Books, dial: Dial, anna: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "b"), "phone", is_hers=True)
    with hub.database.write() as session:
        set_programme(session, STORE, msgspec.to_builtins(parse_programme(_PROGRAMME)), NOW)
    for hours in (1, 1, 24):
        dial.turn(timedelta(hours=hours))
        with hub.database.write() as session:
            note_login(hub, session, session.get_one(Member, anna))

    assert books.read(anna) == 4
    assert [("wieder da" in text) for text in read_messages(hub, "b")] == [False, True, True]
