import json
from datetime import UTC, datetime

import pytest

from kiosk.loyalty.failure import WireRefused
from kiosk.loyalty.wire import MOST_ITEMS, MOST_OFFERS, Skipped, parse_catalogue, parse_shoppers

GOOD = {"id": "o-1", "title": {"de": "Stiefel"}}
HASH = "a" * 64


def encode(**members: object) -> bytes:
    return json.dumps(members).encode()


def test_the_contracts_own_example_is_read_whole() -> None:
    offer = {
        "id": "o-boots-20",
        "title": {"de": "Wanderstiefel", "en": "Hiking boots"},
        "price": {"amount": "79.90", "currency": "EUR"},
        "was": {"amount": "99.90", "currency": "EUR"},
        "image": {"url": "/v1/media/boots.webp", "sha256": HASH, "bytes": 182034},
        "audience": {"all": ["outdoor"], "any": [], "none": ["staff"]},
        "valid": {"from": "2026-11-01T00:00:00+01:00", "until": "2026-12-01T00:00:00+01:00"},
        "dayparts": [{"days": ["mon", "tue"], "from": "09:00", "until": "12:00"}],
        "caps": {"per_shopper_day": 3, "per_screen_hour": 20},
        "a_member_of_tomorrow": {"is": "ignored"},
    }
    item = {"id": "p1", "kind": "image", "media": {"url": "/m", "sha256": HASH, "bytes": 1}, "offer": None}
    catalogue = parse_catalogue(encode(store="berlin", offers=[offer], playlist=[item]))
    assert [offer.id for offer in catalogue.offers] == ["o-boots-20"]
    assert [item.id for item in catalogue.playlist] == ["p1"]
    assert catalogue.skipped == ()


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ({"id": "o-2"}, Skipped("o-2", "not as the contract says")),
        ({"id": "o-2", "title": {"de": 7}}, Skipped("o-2", "not as the contract says at `$.title[...]`")),
        ({"id": 7, "title": {"de": "x"}}, Skipped("offers[0]", "not as the contract says at `$.id`")),
        ({"id": "o\x002", "title": {}}, Skipped("offers[0]", "not as the contract says at `$.title`")),
        ("no offer", Skipped("offers[0]", "not as the contract says")),
        (
            {"id": "o-2", "title": {"de": "x"}, "price": {"amount": "-1", "currency": "EUR"}},
            Skipped("o-2", "not as the contract says at `$.price`"),
        ),
        (
            {"id": "o-2", "title": {"de": "x"}, "dayparts": [{"days": ["secret"]}]},
            Skipped("o-2", "not as the contract says at `$.dayparts[0].days[0]`"),
        ),
        (
            {"id": "o-2", "title": {"de": "x"}, "audience": {"any": ["a", {"a_rule_of_tomorrow": 1}]}},
            Skipped("o-2", "not as the contract says at `$.audience.any[1]`"),
        ),
    ],
)
def test_a_broken_offer_is_skipped_with_its_place_and_hides_no_other(broken: object, expected: Skipped) -> None:
    catalogue = parse_catalogue(encode(offers=[broken, GOOD]))
    assert [offer.id for offer in catalogue.offers] == ["o-1"]
    assert catalogue.skipped == (expected,)


def test_a_broken_item_hides_no_other() -> None:
    items = [{"id": "p-1", "kind": "image"}, {"id": "p-2", "kind": "offer", "offer": "o-1"}]
    catalogue = parse_catalogue(encode(offers=[GOOD], playlist=items))
    assert [item.id for item in catalogue.playlist] == ["p-2"]
    assert [skipped.id for skipped in catalogue.skipped] == ["p-1"]


def test_of_two_with_the_same_id_the_first_counts() -> None:
    catalogue = parse_catalogue(encode(offers=[GOOD, GOOD | {"title": {"de": "Socken"}}]))
    assert [offer.title["de"] for offer in catalogue.offers] == ["Stiefel"]
    assert catalogue.skipped == (Skipped("o-1", "the id is taken by an earlier one"),)


def test_what_is_beyond_all_reason_is_left_out_and_said() -> None:
    offers = [{"id": f"o-{number}", "title": {"de": "x"}} for number in range(MOST_OFFERS + 2)]
    items = [{"id": f"p-{number}", "kind": "offer", "offer": "o-1"} for number in range(MOST_ITEMS + 1)]
    catalogue = parse_catalogue(encode(offers=offers, playlist=items))
    assert (len(catalogue.offers), len(catalogue.playlist)) == (MOST_OFFERS, MOST_ITEMS)
    assert catalogue.skipped == (
        Skipped("offers[20000]", "2 too many: a screen takes 20000"),
        Skipped("playlist[1000]", "1 too many: a screen takes 1000"),
    )


def test_an_empty_catalogue_is_a_catalogue() -> None:
    assert parse_catalogue(b"{}").offers == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>welcome to our guest network</html>",
        b"[]",
        b'{"offers": 3}',
        b'{"offers": [{"id": "o-1", "tit',
        b"[" * 200_000,
        b'{"offers": ' + b"[" * 200_000,
        b'{"offers": ["\xff"]}',
        b'{"offers": [1, 2]}',
    ],
)
def test_what_holds_nothing_to_show_is_refused_as_a_whole(raw: bytes) -> None:
    with pytest.raises(WireRefused):
        parse_catalogue(raw)


def test_a_broken_shopper_hides_no_other() -> None:
    good = {"key": "s_1", "proximity": [HASH], "segments": ["outdoor"], "consents": ["proximity"]}
    bad = [{"key": "s_2", "proximity": ["raw id"]}, {"key": "s_4", "proximity": [f"{HASH}\n"]}]
    page = parse_shoppers(encode(cursor="c", shoppers=[*bad, good], gone=["s_3"]))
    assert ([shopper.key for shopper in page.shoppers], page.gone, page.cursor) == (["s_1"], ("s_3",), "c")
    why = "not as the contract says at `$.proximity[0]`"
    assert page.skipped == (Skipped("shoppers[0]", why), Skipped("shoppers[1]", why))


def test_shoppers_without_a_cursor_are_refused() -> None:
    with pytest.raises(WireRefused):
        parse_shoppers(b'{"shoppers": []}')


def test_a_catalogue_may_ask_its_screens_to_play_in_step() -> None:
    assert parse_catalogue(b'{"playlist_epoch": "2026-01-01T00:00:00Z"}').epoch == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("epoch", [b'"2026-01-01T00:00:00"', b"7", b'"soon"'])
def test_an_epoch_that_is_no_time_with_offset_hides_nothing(epoch: bytes) -> None:
    catalogue = parse_catalogue(b'{"offers": [{"id": "o", "title": {"de": "A"}}], "playlist_epoch": %s}' % epoch)
    assert (len(catalogue.offers), catalogue.epoch) == (1, None)
    assert [skipped.id for skipped in catalogue.skipped] == ["playlist_epoch"]


def test_a_catalogue_may_cap_how_many_offers_a_shopper_is_shown() -> None:
    assert parse_catalogue(b'{"contacts_per_day": 6}').contacts_per_day == 6
    assert parse_catalogue(b"{}").contacts_per_day is None


@pytest.mark.parametrize("place", ["door", "exit", "pick_up", "", "roof"])
def test_a_catalogue_says_what_stands_at_its_screen_and_what_is_not_known_is_nothing(place: str) -> None:
    assert parse_catalogue(b'{"place": "%s"}' % place.encode()).place == ("" if place == "roof" else place)


def test_a_place_that_is_none_hides_nothing() -> None:
    catalogue = parse_catalogue(b'{"offers": [{"id": "o", "title": {"de": "A"}}], "place": 7}')
    assert (len(catalogue.offers), catalogue.place) == (1, "")
    assert [skipped.id for skipped in catalogue.skipped] == ["place"]


@pytest.mark.parametrize("most", [b"0", b'"6"', b"1.5", b"[]"])
def test_a_cap_that_is_none_hides_nothing(most: bytes) -> None:
    catalogue = parse_catalogue(b'{"offers": [{"id": "o", "title": {"de": "A"}}], "contacts_per_day": %s}' % most)
    assert (len(catalogue.offers), catalogue.contacts_per_day) == (1, None)
    assert [skipped.id for skipped in catalogue.skipped] == ["contacts_per_day"]


def test_the_page_of_a_visit_is_told_and_one_that_is_no_text_hides_nothing() -> None:
    told = parse_catalogue(b'{"visit_url": "https://hub.example/visit/s"}')
    wrong = parse_catalogue(b'{"offers": [{"id": "o", "title": {"de": "A"}}], "visit_url": 7}')
    assert (told.visit_url, parse_catalogue(b"{}").visit_url) == ("https://hub.example/visit/s", None)
    assert (len(wrong.offers), wrong.visit_url) == (1, None)
    assert [skipped.id for skipped in wrong.skipped] == ["visit_url"]
