from decimal import Decimal

import pytest

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.places import find_shipped
from kiosk.screen.text.hyphens import SOFT_HYPHEN
from kiosk.screen.text.offer_card import (
    OfferCard,
    describe_offer,
    drop_reduction,
    is_poster,
    pick_item_picture,
    pick_item_video,
    pick_offer_picture,
)
from kiosk.theming.package import read_theme

WORDS = read_theme(find_shipped("themes") / "daylight").words
LYING = MediaRef("lying.webp", "a" * 64, 1)
STANDING = MediaRef("standing.webp", "b" * 64, 1)


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("language", "lowest", "percent", "line"),
    [
        ("de", "99.90", "\u221220 %", "Niedrigster Preis der letzten 30 Tage: 99,90 €"),
        ("de", "89.90", "", "Niedrigster Preis der letzten 30 Tage: 89,90 € (\u221211 %)"),
        ("en", "89.90", "", "Lowest price of the last 30 days: €89.90 (\u221211%)"),
        ("de", "79.91", "", "Niedrigster Preis der letzten 30 Tage: 79,91 €"),
    ],
)
def test_a_percentage_stands_beside_the_price_that_it_refers_to(
    language: str, lowest: str, percent: str, line: str
) -> None:
    offer = Offer("o", {"de": "Becher"}, price=euro("79.90"), was=euro("99.90"), lowest_30d=euro(lowest))
    card = describe_offer(offer, language, WORDS[language])
    assert card.struck in {"99,90\u00a0€", "€99.90"}
    assert (card.percent.replace("\u00a0", " "), card.lowest.replace("\u00a0", " ")) == (percent, line)


def test_an_overlong_word_may_be_broken_in_the_text_as_in_the_title() -> None:
    word = "Brühtemperatureinstellungsautomatik"
    card = describe_offer(Offer("o", {"de": word}, text={"de": word}), "de", WORDS["de"])
    assert card.title == card.text != word == card.text.replace(SOFT_HYPHEN, "")


def test_the_loop_states_the_price_without_its_reduction() -> None:
    offer = Offer("o", {"de": "Becher"}, price=euro("79.90"), was=euro("99.90"), lowest_30d=euro("89.90"))
    card = drop_reduction(describe_offer(offer, "de", WORDS["de"]))
    assert (str(card.price), card.struck, card.percent, card.lowest) == ("79,90\u00a0€", "", "", "")


def test_a_struck_price_without_evidence_is_not_stated() -> None:
    offer = Offer("o", {"de": "Becher"}, price=euro("79.90"), was=euro("99.90"))
    card = describe_offer(offer, "de", WORDS["de"])
    assert (card.struck, card.percent, card.lowest) == ("", "", "")
    assert str(card.price) == "79,90\u00a0€"


def test_an_offer_without_price_says_only_its_words() -> None:
    offer = Offer("o", {"en": "Mug"}, text={"en": "Thrown by hand."})
    assert describe_offer(offer, "en", WORDS["en"]) == OfferCard("Mug", "Thrown by hand.")


@pytest.mark.parametrize(
    ("unit", "unit_price", "line"),
    [
        ({}, None, ""),
        ({"de": "220 g"}, None, "220 g"),
        ({}, UnitPrice(Decimal("10.91"), "EUR", "100 g"), "10,91 € je 100 g"),
        ({"de": "220 g"}, UnitPrice(Decimal("10.91"), "EUR", "100 g"), "220 g · 10,91 € je 100 g"),
    ],
)
def test_the_unit_price_stands_beside_the_price(unit: dict[str, str], unit_price: UnitPrice | None, line: str) -> None:
    offer = Offer("o", {"de": "Kerze"}, price=euro("24"), unit=unit, unit_price=unit_price)
    assert describe_offer(offer, "de", WORDS["de"]).unit.replace("\u00a0", " ") == line


@pytest.mark.parametrize(
    ("image", "image_portrait", "upright", "picked"),
    [
        (LYING, STANDING, False, LYING),
        (LYING, STANDING, True, STANDING),
        (LYING, None, True, LYING),
        (None, STANDING, False, STANDING),
        (None, None, True, None),
    ],
)
def test_an_offers_picture_fits_the_orientation_if_there_is_one_that_does(
    image: MediaRef | None,
    image_portrait: MediaRef | None,
    *,
    upright: bool,
    picked: MediaRef | None,
) -> None:
    offer = Offer("o", {"de": "Becher"}, image=image, image_portrait=image_portrait)
    assert pick_offer_picture(offer, upright=upright) == picked


def test_a_clip_is_stood_in_for_by_its_offers_picture() -> None:
    clip = Item("i", "video", media=LYING, offer="o")
    offer = Offer("o", {"de": "Kerze"}, image=STANDING)
    assert pick_item_picture(clip, offer, upright=False) == STANDING
    assert pick_item_picture(clip, None, upright=False) is None


def test_a_video_is_picked_by_the_way_the_glass_stands() -> None:
    clip = Item("i", "video", media=LYING, media_portrait=STANDING)
    assert [pick_item_video(clip, upright=upright) for upright in (False, True)] == [LYING, STANDING]
    assert pick_item_video(Item("i", "image", media=LYING), upright=False) is None


def test_an_items_own_picture_comes_before_its_offers() -> None:
    offer = Offer("o", {"de": "Kerze"}, image=STANDING)
    assert pick_item_picture(Item("i", "image", media=LYING, offer="o"), offer, upright=False) == LYING
    assert pick_item_picture(Item("i", "offer", offer="o"), offer, upright=False) == STANDING


@pytest.mark.parametrize(
    ("item", "poster"),
    [
        (Item("i", "image", media=LYING), True),
        (Item("i", "image", media=LYING, offer="o"), False),
        (Item("i", "text", media=LYING, title={"de": "Kaffee"}, offer="o"), True),
        (Item("i", "text", title={"de": "Kaffee"}), False),
        (Item("i", "offer", offer="o"), False),
        (Item("i", "video", media=LYING), False),
    ],
)
def test_a_poster_is_a_picture_that_no_words_of_an_offer_stand_on(item: Item, *, poster: bool) -> None:
    assert is_poster(item) is poster
