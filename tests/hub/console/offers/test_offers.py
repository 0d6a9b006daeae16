from datetime import timedelta

import pytest

from kiosk.hub.models.catalogue.offer import Offer
from tests.hub.console.clerk import Clerk

LIST = "/console/offers"


def test_the_list_shows_what_an_offer_says_and_costs(sam: Clerk) -> None:
    page = sam.open(LIST).text

    assert [
        text for text in ("Steinzeugbecher", "22,90", "29,90", "Wohnen", "Läuft", "/v1/media/mug") if text not in page
    ] == []
    assert "Neues Angebot" not in page


@pytest.mark.parametrize(
    ("word", "found"), [("BECHER", True), ("stoneware", True), ("ersten kaffee", True), ("xyz", False)]
)
def test_an_offer_is_found_by_a_word_of_any_language(sam: Clerk, word: str, *, found: bool) -> None:
    page = sam.open(f"{LIST}?q={word}").text

    assert ("Steinzeugbecher" in page) is found
    assert ("Dazu findet sich nichts" in page) is not found
    assert "Wolldecke" not in page


def test_what_is_searched_for_is_never_markup(sam: Clerk) -> None:
    assert "<script>x" not in sam.open(f"{LIST}?q=<script>x").text


def test_a_time_that_is_to_come_or_over_is_said(sam: Clerk) -> None:
    now = sam.running.hub.now()
    with sam.running.hub.database.write() as session:
        session.get_one(Offer, "o-mug").valid_from = now + timedelta(days=2)
        session.get_one(Offer, "o-lamp").valid_until = now
    page = sam.open(LIST).text

    assert "Ab 24. November, 10:00" in page
    assert "Abgelaufen" in page


def test_an_empty_list_says_what_comes_next(otto: Clerk) -> None:
    assert "Noch kein Angebot." in otto.open(LIST).text
    assert " ist leer." in otto.open(f"{LIST}?archived=1").text
