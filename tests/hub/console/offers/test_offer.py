from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.contract.offer import Control
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.running import make_bookmark

MUG = "/console/offers/o-mug"
NEW = "/console/offers/new"
SAVE = {"intent": "save"}
CATALOGUE = f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}"
HOSTILE = (
    "<b onmouseover=alert(1)>'\"",
    "👩‍👩‍👧 🎁",
    "مرحبا بكم",
    "x" * 2000,
    "\x00\x1b[31m",
    "{{ 7*7 }}",
    "\u202eevil",
)


def _find(clerk: Clerk, offer_id: str) -> dict[str, object] | None:
    offers = clerk.running.get(CATALOGUE).json()["offers"]
    return next((offer for offer in offers if offer["id"] == offer_id), None)


def _get(clerk: Clerk, offer_id: str) -> dict[str, object]:
    return _find(clerk, offer_id) or {}


def test_a_change_is_saved_and_the_screens_hear_of_it_by_the_etag(mara: Clerk) -> None:
    etag = mara.running.get(CATALOGUE).headers["ETag"]

    page = mara.fill_in(MUG, {**SAVE, "title_de": "Becher", "zones": ["home", "fashion"], "priority": "7"})

    assert "Gespeichert." in page.text
    again = mara.running.get(CATALOGUE, **{"If-None-Match": etag})
    assert (again.status_code, again.headers["ETag"] == etag) == (200, False)
    stated = _get(mara, "o-mug")
    assert (stated["title"], stated["zones"], stated["priority"]) == (
        {"de": "Becher", "en": "Stoneware mug"},
        ["home", "fashion"],
        7,
    )


def test_what_is_saved_untouched_stays_as_it_was(mara: Clerk) -> None:
    before = _find(mara, "o-mug")

    mara.fill_in(MUG, SAVE)

    assert _find(mara, "o-mug") == before


def test_a_new_price_keeps_the_one_before_as_evidence(mara: Clerk) -> None:
    mara.fill_in(MUG, {**SAVE, "price": "19,90"})

    stated = _get(mara, "o-mug")
    assert [stated[name] for name in ("price", "was", "lowest_30d")] == [
        {"amount": amount, "currency": "EUR"} for amount in ("19.90", "22.90", "22.90")
    ]


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("19,90", "Nachlass gegenüber 22,90\N{NO-BREAK SPACE}€. Niedrigster Preis der letzten 30 Tage: 22,90"),
        ("24,00", "Kein Nachlass"),
        ("", "Ohne Preis wird keiner gezeigt."),
    ],
)
def test_the_evidence_shows_before_anything_is_saved(mara: Clerk, price: str, said: str) -> None:
    page = mara.fill_in(NEW if not price else MUG, {"price": price, "intent": "look"})

    assert said in page.text
    assert _get(mara, "o-mug")["price"] == {"amount": "22.90", "currency": "EUR"}


def test_a_new_offer_is_made_and_leads_to_its_pictures(mara: Clerk) -> None:
    fields = {"title_de": "Schale", "title_en": "Bowl", "price": "12,50", "any": "tea, coffee", "per_screen_hour": "4"}

    page = mara.fill_in(NEW, {**SAVE, **fields, "valid_until": "2026-12-24T14:00"})

    assert page.url.endswith("/pictures?said=created")
    stated = _get(mara, page.url.split("/")[-2])
    assert stated["audience"] == {"all": [], "any": ["tea", "coffee"], "none": []}
    assert (stated["price"], stated["valid"]) == (
        {"amount": "12.50", "currency": "EUR"},
        {"from": None, "until": "2026-12-24T13:00:00Z"},
    )


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"title_de": "", "title_en": " "}, "Ein Titel in mindestens einer Sprache"),
        ({"title_de": "x" * 121}, "Bis zu 120 Zeichen"),
        ({"price": "viel"}, "Das ist kein Preis"),
        ({"price": ""}, "Er kann sich ändern, aber nicht fehlen"),
        ({"valid_from": "gestern"}, "kein Zeitpunkt"),
        ({"valid_from": "2026-12-02T00:00", "valid_until": "2026-12-01T00:00"}, "nicht nach dem Anfang"),
        ({"per_shopper_day": "-1"}, "eine ganze Zahl von 0 bis 10000"),
        ({"priority": "1" * 5000}, "eine ganze Zahl von -100 bis 100"),
        ({"any": ",".join(map(str, range(51)))}, "Höchstens 50"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(mara: Clerk, fields: dict[str, str], complaint: str) -> None:
    page = mara.fill_in(MUG, {**SAVE, **fields, "text_de": "Noch da"})

    assert (page.status_code, complaint in page.text) == (400, True)
    assert {**read_fields(page), **fields, "text_de": "Noch da"} == read_fields(page)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_typed_is_never_markup_and_never_an_error(mara: Clerk, hostile: str) -> None:
    fields = dict.fromkeys(("title_de", "title_en", "text_de", "text_en", "any", "all", "none", "zones"), hostile)

    page = mara.fill_in(MUG, {**SAVE, **fields})

    assert page.status_code in {200, 400}
    assert [mark for mark in ("<b ", "\x1b", "\x00", "\u202e") if mark in mara.open("/console/offers").text] == []
    assert "<b " not in page.text
    assert mara.running.get(CATALOGUE).status_code == 200


def test_of_two_who_edit_at_once_the_second_is_told_what_differs(mara: Clerk, nils: Clerk) -> None:
    typed = read_fields(nils.open(MUG))
    mara.fill_in(MUG, {**SAVE, "title_de": "Maras Becher"})

    told = nils.send(MUG, {**typed, **SAVE, "title_de": "Nils' Becher"})

    assert told.status_code == 409
    assert "Jemand hat dieses Angebot inzwischen geändert" in told.text
    assert "Maras Becher" in told.text
    assert read_fields(told)["title_de"] == "Nils' Becher"
    assert _get(nils, "o-mug")["title"] == {"de": "Maras Becher", "en": "Stoneware mug"}
    assert nils.send(MUG, {**read_fields(told), **SAVE}).status_code == 200
    assert _get(nils, "o-mug")["title"] == {"de": "Nils' Becher", "en": "Stoneware mug"}


def test_of_ten_saves_at_the_same_instant_one_counts(mara: Clerk) -> None:
    typed = {**read_fields(mara.open(MUG)), **SAVE}
    cookies = mara.browser.cookies.copy()

    def save(number: int) -> int:
        with Clerk(mara.running) as window:
            window.browser.cookies = cookies.copy()
            return window.send(MUG, {**typed, "title_de": f"Becher {number}"}).status_code

    with ThreadPoolExecutor(10) as pool:
        answers = sorted(pool.map(save, range(10)))

    assert answers == [200] + [409] * 9


def test_an_archived_offer_is_shown_no_more_and_can_be_brought_back(mara: Clerk) -> None:
    listed = mara.fill_in(MUG, {}, f"{MUG}/archive")

    assert "Archiviert." in listed.text
    assert "Steinzeugbecher" not in listed.text
    assert _find(mara, "o-mug") is None
    assert "Steinzeugbecher" in mara.open("/console/offers?archived=1").text
    assert "Kein Bildschirm zeigt es." in mara.open(MUG).text
    assert "Zurückgeholt." in mara.fill_in(MUG, {}, f"{MUG}/restore").text
    assert _get(mara, "o-mug")["price"] == {"amount": "22.90", "currency": "EUR"}


def test_a_tap_that_was_under_way_when_the_offer_was_archived_is_kept(mara: Clerk) -> None:
    mara.fill_in(MUG, {}, f"{MUG}/archive")

    assert mara.running.keep(make_bookmark()).status_code == 201


def test_two_prices_at_one_instant_are_the_last_one(mara: Clerk) -> None:
    mara.fill_in(MUG, {**SAVE, "price": "20"})
    mara.fill_in(MUG, {**SAVE, "price": "21"})
    mara.running.dial.turn(timedelta(days=1))

    with mara.running.hub.database.read() as session:
        amounts = [price.amount for price in session.get_one(Offer, "o-mug").prices]
    assert amounts == [Decimal("29.90"), Decimal("22.90"), Decimal("21.00")]


def test_hours_quantity_and_budget_reach_the_screens(mara: Clerk) -> None:
    fields = {
        "from_0": "09:00",
        "until_0": "12:00",
        "days_0": ["sat"],
        "unit_de": "2 Stück",
        "content": "2",
        "content_per": "1 Stück",
        "budget_left": "90",
        "budget_each": "9",
        "control_share": "20",
        "per_screen_day": "30",
    }
    mara.fill_in("/console/offers/o-mug", {**fields, "intent": "save"})

    catalogue = mara.running.get("/v1/catalogue?store=berlin-mitte&screen=window-1").json()
    told = next(offer for offer in catalogue["offers"] if offer["id"] == "o-mug")
    assert told["dayparts"] == [{"from": "09:00", "until": "12:00", "days": ["sat"]}]
    assert told["unit_price"] == {"amount": "11.45", "currency": "EUR", "per": "1 Stück"}
    assert (told["budget"]["each"]["amount"], told["control"]["share"]) == ("9.00", 0.2)
    assert told["caps"]["per_screen_day"] == 30


def test_another_share_than_its_campaign_has_is_refused_with_what_to_do(mara: Clerk) -> None:
    with mara.running.hub.database.write() as session:
        for name in ("o-mug", "o-vase"):
            session.get_one(Offer, name).control = Control(0.2, "spring")
    refused = mara.fill_in("/console/offers/o-mug", {"control_share": "21", "intent": "save"})
    kept = mara.fill_in("/console/offers/o-mug", {"control_share": "20", "intent": "save"})

    assert (refused.status_code, "Andere Angebote derselben Kampagne" in refused.text) == (400, True)
    assert "said=saved" in kept.url
