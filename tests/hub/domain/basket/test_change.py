from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import (
    MOST_PIECES,
    Accept,
    Add,
    AddPiece,
    Change,
    CodeMissed,
    SetCount,
    SetWay,
    change_basket,
)
from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import APPLES_LABEL, CHEESE_LABEL, PEN, find_member, make, stock


def tell(standing: BasketStanding) -> list[tuple[str, int, str]]:
    return sorted((one.line.code, one.line.count, one.line.way) for one in standing.lines)


def refuse(hub: Hub, session: Session, change: Change, change_id: str = "id") -> str:
    with pytest.raises(Problem) as refused:
        change_basket(hub, session, find_member(session), change_id, change)
    return refused.value.code


def test_pieces_of_one_article_lie_in_one_line_and_each_label_in_its_own(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        standing = make(hub, session, *[Add(code) for code in (PEN, APPLES_LABEL, PEN, APPLES_LABEL, CHEESE_LABEL)])

    assert tell(standing) == [(PEN, 2, "take"), ("220007", 1, "take"), ("281234", 1, "take"), ("281234", 1, "take")]
    assert standing.version == 5
    assert standing.priced.total == Decimal("4.00") + 2 * Decimal("3.74") + Decimal("3.99")


def test_a_change_counts_once_however_often_it_comes(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        for _ in range(3):
            change_basket(hub, session, find_member(session), "same", Add(PEN))

        assert tell(make(hub, session)) == [(PEN, 1, "take")]
        assert refuse(hub, session, Add(PEN, "home"), "same") == "idempotency_key_reused"


def test_a_line_goes_once_nothing_is_left_of_it(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        line = make(hub, session, Add(PEN)).lines[0].line.id

        assert tell(make(hub, session, SetCount(line, 5))) == [(PEN, 5, "take")]
        assert tell(make(hub, session, SetCount(line, 0))) == []
        assert refuse(hub, session, SetCount(line, 1)) == "not_found"


def test_one_more_is_one_more_whatever_an_old_page_shows(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        line = make(hub, session, Add(PEN)).lines[0].line.id

        assert tell(make(hub, session, SetCount(line, 5), AddPiece(line, 1))) == [(PEN, 6, "take")]
        assert tell(make(hub, session, SetCount(line, 1), AddPiece(line, -1))) == []
        assert refuse(hub, session, AddPiece(line, -1)) == "not_found"


def test_what_comes_to_her_by_one_way_lies_in_one_line(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        standing = make(hub, session, Add(PEN), Add(PEN, "home"), Add(APPLES_LABEL), Add(APPLES_LABEL, "home"))
        taken = [one.line.id for one in standing.lines if one.line.way == "take"]

        assert tell(make(hub, session, *[SetWay(line, "home") for line in taken])) == [
            (PEN, 2, "home"),
            ("281234", 1, "home"),
            ("281234", 1, "home"),
        ]


def test_it_is_the_store_that_says_what_things_cost(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        make(hub, session, Add(PEN))
        pen.price = Decimal("2.50")

        assert make(hub, session).lines[0].notes == ("price_rose",)
        assert make(hub, session, Accept(make(hub, session).shown)).lines[0].notes == ()
        assert str(make(hub, session).priced.total) == "2.50"


def test_a_basket_holds_so_much_and_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        standing = make(hub, session, Add(PEN), Add(APPLES_LABEL))
        pens, apples = (one.line.id for one in sorted(standing.lines, key=lambda one: one.line.code))

        assert refuse(hub, session, SetCount(pens, MOST_PIECES + 1)) == "basket_full"
        assert refuse(hub, session, SetCount(apples, 2)) == "basket_full"
        assert refuse(hub, session, Add(f"(01){PEN}(30)100", "home")) == "basket_full"


@pytest.mark.parametrize(
    ("sold_by", "measure"),
    [
        ("weight", "(3103)001000(30)5"),
        ("weight", "(3105)000001"),
        ("label", "(3922)000100(30)5"),
        ("label", "(3925)000001"),
        ("label", "(3923)001234"),
    ],
)
def test_a_code_that_no_basket_could_price_is_refused(hub: Hub, sold_by: str, measure: str) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.sold_by = sold_by

        assert refuse(hub, session, Add(f"(01){PEN}{measure}")) == "code_absurd_measure"
        assert tell(make(hub, session)) == []


def test_pieces_and_what_was_weighed_before_stay_apart(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (weighed,) = make(hub, session, Add(APPLES_LABEL, "home")).lines
        weighed.line.code = PEN
        (pieces,) = (one for one in make(hub, session, Add(PEN), Add(PEN, "home")).lines if one.line.way == "take")

        assert tell(make(hub, session, SetWay(pieces.line.id, "home"))) == [(PEN, 1, "home"), (PEN, 2, "home")]


def test_a_code_that_leads_nowhere_changes_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        with pytest.raises(CodeMissed, match="leads to nothing"):
            make(hub, session, Add("milk"))

        assert refuse(hub, session, Add("milk")) == "code_no_code"
