from msgspec import json

from kiosk.bench.bare_offer import BareOffer


def test_an_offer_of_the_bare_program_comes_through_a_file_unchanged() -> None:
    offer = BareOffer("o-1", "Becher", "Von Hand gedreht.", "14.90 €", "https://hub.example/o/1", "/pictures/mug.webp")

    assert json.decode(json.encode(offer), type=BareOffer) == offer
