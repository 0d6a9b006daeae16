import re
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.shortage import expire_order
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.models.settlement.settlement import Settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.settlement.till import PhoneTill

SALES = "/console/tablet/sales"


@pytest.fixture
def till(sam: Clerk) -> PhoneTill:
    """Three pens were paid on a phone: sale 1."""
    till = PhoneTill(sam.running.hub, MoodyProvider())
    sam.running.server.serve(replace(till.hub, themes=sam.running.hub.themes))
    till.put_pens()
    till.pay()
    return till


def test_the_days_sales_are_listed_and_one_is_found_by_its_number(sam: Clerk, till: PhoneTill) -> None:
    listed, found, missed = sam.open(SALES), sam.open(f"{SALES}?number=1"), sam.open(f"{SALES}?number=9")

    assert till.provider.charges
    assert "82,70" in listed.text
    assert found.url.endswith(f"{SALES}/1")
    assert (missed.status_code, "gibt es hier nicht" in missed.text) == (404, True)
    assert sam.open(f"{SALES}/none").status_code == 404


def test_pieces_come_back_once_however_often_the_button_is_pressed(sam: Clerk, mara: Clerk, till: PhoneTill) -> None:
    page = sam.open(f"{SALES}/1")
    (field,) = re.findall(r'name="(count-[^"]+)"', page.text)
    fields = {**read_fields(page), field: "2"}
    answers = [sam.send(f"{SALES}/1", fields) for _ in range(2)]

    assert "1 von 3" in answers[1].text
    assert "Das Geld ist zurück." in answers[0].text
    assert len(till.provider.given_back) == 1
    assert "Ware zurückgenommen" in mara.open("/console/reports/deeds").text


def test_all_of_it_comes_back_and_then_nothing_is_left(sam: Clerk, till: PhoneTill) -> None:
    other = sam.open(f"{SALES}/1")
    done = sam.send(f"{SALES}/1", {**read_fields(sam.open(f"{SALES}/1")), "all": "yes"})
    again = sam.send(f"{SALES}/1", {**read_fields(other), "all": "yes"})

    assert "0 von 3" in done.text
    assert ["Alles zurücknehmen" in page.text for page in (other, done)] == [True, False]
    assert ("Schon zurück" in done.text, "Noch nicht zurück" in done.text) == (True, False)
    assert again.status_code == 422
    assert "Zählen Sie" in again.text
    assert sum(till.provider.given_back.values()) == till.read(next(iter(till.provider.charges))).due


def test_whoever_takes_goods_back_says_whether_they_go_back_on_the_shelf(sam: Clerk, till: PhoneTill) -> None:
    counts = list[int | None]()
    for choice in ("", "on"):
        page = sam.open(f"{SALES}/1")
        (field,) = re.findall(r'name="(count-[^"]+)"', page.text)
        sam.send(f"{SALES}/1", {**read_fields(page), field: "1", "restock": choice})
        counts.append(till.read_stock())

    assert counts == [0, 1]


def test_what_went_back_as_nobody_came_for_it_is_no_persons_deed(sam: Clerk, till: PhoneTill) -> None:
    till.set_stock(1)
    till.put(Add(PEN, "pick_up"))
    number = till.read(till.pay()).number
    with till.hub.database.write() as session:
        expire_order(till.hub, session, session.scalars(select(Pickup)).one())

    assert "von selbst: die Bestellung hat zu lange gewartet" in sam.open(f"/console/tablet/sales/{number}").text


def test_payments_that_need_somebody_are_told_of(sam: Clerk, till: PhoneTill) -> None:
    calm = sam.open(SALES)
    with till.hub.database.write() as session:
        session.get_one(Settlement, next(iter(till.provider.charges))).trouble = "refused"
    told = sam.open(SALES)

    assert ("Bitte der IT melden" in calm.text, "Bitte der IT melden" in told.text) == (False, True)


@pytest.mark.parametrize("count", ["4", "9" * 30, "9" * 5000])
def test_more_than_was_bought_is_refused_however_much_is_typed(sam: Clerk, till: PhoneTill, count: str) -> None:
    page = sam.open(f"{SALES}/1")
    (field,) = re.findall(r'name="(count-[^"]+)"', page.text)
    refused = sam.send(f"{SALES}/1", {**read_fields(page), field: count})

    assert (refused.status_code, "So viel ist von diesem Verkauf nicht mehr übrig." in refused.text) == (422, True)
    assert till.provider.given_back == {}


def refuse(clerk: Clerk, till: PhoneTill) -> str:
    """All comes back, and the provider does not give the money back; the page then."""
    till.provider.refuses = True
    page = clerk.send(f"{SALES}/1", {**read_fields(clerk.open(f"{SALES}/1")), "all": "yes"}).text
    till.provider.refuses = False
    return page


def see_to_it(clerk: Clerk, do: str) -> str:
    """Press this button beside what is refused."""
    fields = read_fields(clerk.open(f"{SALES}/1"))
    pressed = {"form_token": fields["form_token"], "refund": fields["refund"], "do": do}
    return clerk.send(f"{SALES}/1/refund", pressed).text


def test_what_the_provider_refused_is_asked_for_anew(sam: Clerk, mara: Clerk, till: PhoneTill) -> None:
    refused, listed = refuse(sam, till), sam.open(SALES).text
    till.provider.deaf = True
    silent = see_to_it(sam, "retry")
    till.provider.deaf = False
    given = see_to_it(sam, "retry")

    assert "Der Zahlungsanbieter hat es nicht zurückgegeben." in refused
    assert "Notiert, aber das Geld ist noch nicht zurück" in refused
    assert ("Schon zurück" in refused, "Noch nicht zurück" in refused) == (False, True)
    assert ("Schon zurück" in given, "Noch nicht zurück" in given) == (True, False)
    assert "Geld, das der Zahlungsanbieter nicht zurückgab" in listed
    assert "Der Zahlungsanbieter antwortet gerade nicht" in silent
    assert ("Das Geld ist zurück." in given, 'name="refund"' in given) == (True, False)
    assert "Geld, das der Zahlungsanbieter nicht zurückgab" not in sam.open(SALES).text
    assert "Um Geld gekümmert" in mara.open("/console/reports/deeds").text


def test_what_was_paid_out_at_the_till_is_said_so_and_not_by_another_store(
    sam: Clerk, otto: Clerk, till: PhoneTill
) -> None:
    refuse(sam, till)
    assert otto.fill_in("/console/screens", {"refund": "x", "do": "retry"}, f"{SALES}/1/refund").status_code == 404
    assert "An der Kasse ausgezahlt." in see_to_it(sam, "pay_out")
    assert till.provider.given_back == {}


def test_what_was_charged_on_leaving_is_told_apart(sam: Clerk, till: PhoneTill) -> None:
    before = sam.open(SALES).text
    with till.hub.database.write() as session:
        session.execute(update(Settlement).values(left_by="door"))
    after = sam.open(SALES).text

    assert ("Beim Gehen abgebucht" in before, "Beim Gehen abgebucht" in after) == (False, True)
