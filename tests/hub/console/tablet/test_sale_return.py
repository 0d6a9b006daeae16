import re

import pytest

from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.domain.settlement.till import PhoneTill

SALES = "/console/tablet/sales"


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


@pytest.mark.parametrize("count", ["4", "9" * 30, "9" * 5000])
def test_more_than_was_bought_is_refused_however_much_is_typed(sam: Clerk, till: PhoneTill, count: str) -> None:
    page = sam.open(f"{SALES}/1")
    (field,) = re.findall(r'name="(count-[^"]+)"', page.text)
    refused = sam.send(f"{SALES}/1", {**read_fields(page), field: count})

    assert (refused.status_code, "So viel ist von diesem Verkauf nicht mehr übrig." in refused.text) == (422, True)
    assert till.provider.given_back == {}
