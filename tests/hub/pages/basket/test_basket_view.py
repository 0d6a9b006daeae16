from decimal import Decimal
from typing import cast

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, Change
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.pages.basket.basket_view import LineView, view_basket
from kiosk.hub.sample.shop import STORE
from kiosk.hub.text.words import ENGLISH
from tests.hub.domain.basket.goods import APPLES_LABEL, PEN, WINE, make, stock
from tests.hub.running import NOW


def view(hub: Hub, session: Session, *changes: Change) -> dict[str, object]:
    return view_basket(hub, session, make(hub, session, *changes), ENGLISH)


def get_lines(values: dict[str, object]) -> list[LineView]:
    return cast("list[LineView]", values["lines"])


def test_a_line_has_its_bill_and_the_buttons_that_make_sense(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        apples, pens = sorted(
            get_lines(view(hub, session, Add(PEN), Add(PEN), Add(APPLES_LABEL))), key=lambda one: one.title
        )

    assert [(row.text, row.amount) for row in pens.rows] == [("Pen", "€4.00")]
    assert (bool(pens.fewer), bool(pens.more)) == (True, True)
    assert (bool(apples.fewer), bool(apples.more)) == (False, False)
    assert [way.name for way in pens.ways if way.is_chosen] == ["Take along"]


def test_what_is_to_be_said_of_a_line_is_said(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        make(hub, session, *[Add(PEN, "home")] * 4, Add(WINE))
        pen.price = Decimal("1.50")
        pens, wine = sorted(get_lines(view(hub, session)), key=lambda one: one.title)

    assert wine.notes == ["From 18 years on: one of the staff has a quick look."]
    assert pens.notes == ["Costs less now: €2.00 before. You pay the new price.", "There are not so many: only 3."]


def test_what_is_sold_no_more_can_be_taken_out_and_nothing_else(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN))
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.archived_at = NOW
        (gone,) = get_lines(view(hub, session))

    assert (gone.rows, gone.more, gone.ways) == ([], "", [])
    assert gone.remove.endswith(":0")


def test_sisters_that_are_there_are_named(hub: Hub) -> None:
    with hub.database.write() as session:
        (mittens,) = get_lines(view(hub, session, Add("4012345000108")))

    assert mittens.family == "Also in L"


def test_savings_taxes_and_what_else_there_would_be_are_told(hub: Hub) -> None:
    with hub.database.write() as session:
        values = view(hub, session, *[Add("4012345000146")] * 5)

    assert (values["total"], values["saved"]) == ("€6.00", "You save €1.50")
    assert values["taxes"] == ["Of it €0.96 VAT at 19% on €6.00"]
    assert values["idle"] == [("€10 off from €100", "You are €92.50 short.")]
    assert [row.amount for row in get_lines(values)[0].rows] == ["€7.50", "\N{MINUS SIGN}€1.50"]
