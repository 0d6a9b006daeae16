import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion
from kiosk.hub.domain.benefits.thanks import thank
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from tests.hub.domain.benefits.own_page import keep_with_card, open_in, read_messages
from tests.hub.running import NOW

GIFT = [Award("a", "points", 20, "..."), Award("b", "EUR", 150, "..."), Award("c", "points", 0, "...")]


def _thank(hub: Hub, member: str, awards: list[Award]) -> bool:
    with hub.database.write() as session:
        return thank(hub, session, session.get_one(Member, member), Occasion("f", "feedback", NOW), awards)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("de", "Dafür gibt es 20\xa0Punkte und 1,50\xa0€."), ("en", "You get 20\xa0points and €1.50 for it.")],
)
def test_the_store_thanks_in_the_language_of_the_page(hub: Hub, anna: str, language: str, phrase: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "b", language=language), "phone", is_hers=True)

    assert _thank(hub, anna, GIFT)
    assert phrase in read_messages(hub, "b")[-1]


def test_a_page_that_a_stranger_may_have_opened_says_nothing_of_it(hub: Hub, anna: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "own"), "phone", is_hers=True)
    open_in(hub, keep_with_card(hub, anna, "stolen"), "strangers-phone", is_hers=False)
    keep_with_card(hub, anna, "unopened")

    assert _thank(hub, anna, GIFT)
    assert [len(read_messages(hub, name)) for name in ("own", "stolen", "unopened")] == [2, 1, 1]


def test_who_has_no_page_of_her_own_is_not_thanked_and_neither_is_who_got_nothing(hub: Hub, anna: str) -> None:
    bookmark = keep_with_card(hub, anna, "b")
    told = [_thank(hub, anna, GIFT)]
    open_in(hub, bookmark, "phone", is_hers=True)

    assert [*told, _thank(hub, anna, GIFT[2:])] == [False, False]
    assert len(read_messages(hub, "b")) == 1


def test_who_signed_in_since_a_page_was_opened_is_thanked_on_it(hub: Hub, anna: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "b"), "phone", is_hers=False)
    told = [_thank(hub, anna, GIFT)]
    with hub.database.write() as session:
        begin_member_sign_in(session, "hash", anna, NOW)

    assert [*told, _thank(hub, anna, GIFT), _thank(hub, anna, GIFT)] == [False, True, False]
    assert len(read_messages(hub, "b")) == 2
