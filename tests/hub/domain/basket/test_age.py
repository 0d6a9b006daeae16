import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.age import is_to_be_looked_at, mark_look
from kiosk.hub.domain.basket.change import Add, AddPiece, SetWay
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE, make, stock


def get_wine(session: Session) -> Article:
    wine = find_article(session, STORE, WINE)
    assert wine
    return wine


@pytest.mark.parametrize(
    ("min_age", "approved_age", "notes"),
    [(None, None, ()), (18, None, ("asks_age",)), (18, 18, ()), (18, 16, ("asks_age",)), (16, 18, ())],
)
def test_what_was_looked_at_for_a_lower_age_is_looked_at_again(
    hub: Hub, min_age: int | None, approved_age: int | None, notes: tuple[str, ...]
) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        wine = get_wine(session)
        wine.min_age, line.line.approved_age = min_age, approved_age

        assert is_to_be_looked_at(line.line, wine) is bool(notes)
        assert make(hub, session).lines[0].notes == notes


def test_her_code_stays_while_she_fills_her_basket_and_goes_when_nobody_needs_it(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        assert make(hub, session, Add(PEN)).look_code == ""
        code = make(hub, session, Add(WINE)).look_code
        later = make(hub, session, Add(WINE, "home"))
        assert (len(code), later.look_code) == (4, code)

        for one in later.lines:
            one.line.approved_age = 18
        assert make(hub, session).look_code == ""


def test_a_look_is_at_one_article_so_often_from_this_age(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        wine, marks = get_wine(session), set[str]()
        for count, age in ((1, 18), (2, 18), (2, 21)):
            line.line.count, wine.min_age = count, age
            marks.add(mark_look(line.line, wine))

    assert len(marks) == 3


def test_what_was_approved_stays_so_while_she_takes_no_more_of_it(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE), Add(WINE)).lines
        line.line.approved_by, line.line.approved_age = "Ida", 18
        assert make(hub, session, AddPiece(line.line.id, -1), SetWay(line.line.id, "home")).is_payable

        (again,) = make(hub, session, AddPiece(line.line.id, 1)).lines
        assert (again.notes, again.line.approved_by) == (("asks_age",), None)
