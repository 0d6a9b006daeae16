from datetime import UTC, datetime

from starlette.datastructures import FormData

from kiosk.hub.console.offers.typed import FIELDS, Typed, leave_blank, list_differences, read_typed, type_offer
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer

_ZONE = "Europe/Berlin"


def _read(hub: Hub, language: str = "de", **changes: object) -> Typed:
    with hub.database.read() as session:
        offer = session.get_one(Offer, "o-mug")
        for name, value in changes.items():
            setattr(offer, name, value)
        return type_offer(offer, hub.now(), _ZONE, language)


def test_an_offer_is_typed_as_its_reader_writes_it(hub: Hub) -> None:
    typed = _read(hub, valid_from=datetime(2026, 7, 1, 8, 0, tzinfo=UTC))

    assert set(typed.texts) == set(FIELDS)
    assert (typed.texts["title_de"], typed.texts["price"], typed.texts["any"]) == ("Steinzeugbecher", "22,90", "coffee")
    assert (typed.texts["valid_from"], typed.texts["valid_until"]) == ("2026-07-01T10:00", "")
    assert (typed.texts["per_shopper_day"], typed.texts["per_screen_hour"]) == ("6", "")
    assert (typed.zones, typed.version) == (("home",), "1")
    assert _read(hub, "en").texts["price"] == "22.90"


def test_a_form_that_lacks_everything_is_empty() -> None:
    assert read_typed(FormData()) == Typed(dict.fromkeys(FIELDS, ""))
    assert leave_blank().texts["priority"] == "0"


def test_only_what_differs_is_listed_as_it_is_kept(hub: Hub) -> None:
    kept = _read(hub)
    typed = Typed({**kept.texts, "title_de": "Tasse", "price": ""}, ("tea",))

    assert list_differences(typed, kept) == [("title_de", "Steinzeugbecher"), ("price", "22,90"), ("zones", "home")]
    assert list_differences(kept, kept) == []
