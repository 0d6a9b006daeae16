from datetime import timedelta
from decimal import Decimal

from kiosk.hub.console.offers.draft import read_draft
from kiosk.hub.console.offers.preview import Preview, preview_offer
from kiosk.hub.console.offers.typed import Typed, leave_blank, type_offer
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.price import Price

_ZONE = "Europe/Berlin"
_WORDS = choose_console_words("en")


def _preview(hub: Hub, offer_id: str, **texts: str) -> Preview:
    with hub.database.read() as session:
        offer = session.get_one(Offer, offer_id)
        typed = type_offer(offer, hub.now(), _ZONE, "en")
        draft = read_draft(Typed({**typed.texts, **texts}), offer, _ZONE)
        return preview_offer(offer, draft, hub.now(), _ZONE, _WORDS)


def test_it_shows_what_is_typed_with_the_pictures_that_there_are(hub: Hub) -> None:
    preview = _preview(hub, "o-mug", title_en="My mug")

    assert preview.title == "My mug"
    assert (preview.offer.title["en"], preview.offer.text["en"]) == ("My mug", preview.told.split(" · ")[1])
    assert "€22.90 · €29.90 · \N{MINUS SIGN}23%" in preview.told
    assert preview.offer.image is not None
    assert "/v1/media/mug-landscape" in preview.offer.image.url
    assert preview.offer.image_portrait is not None
    assert "/v1/media/mug-portrait" in preview.offer.image_portrait.url
    assert [amount for _, amount in preview.history] == ["€22.90", "€29.90"]


def test_a_reduction_is_reckoned_from_the_lowest_of_thirty_days(hub: Hub) -> None:
    preview = _preview(hub, "o-mug", price="20.00")

    assert preview.evidence == (
        "Reduced from €22.90. Lowest price of the last 30 days: €22.90. The percentage refers to it."
    )


def test_a_higher_price_is_no_reduction(hub: Hub) -> None:
    preview = _preview(hub, "o-mug", price="35.00")

    assert (preview.offer.was, preview.evidence) == (None, "No reduction: the price stands for itself.")


def test_a_price_that_was_lower_a_moment_ago_strikes_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Price(offer_id="o-mug", since=hub.now() - timedelta(days=1), amount=Decimal("31.00")))
    preview = _preview(hub, "o-mug", price="25.00")

    assert "31.00" not in preview.told
    assert preview.evidence == (
        "No reduction: the lowest price of the last 30 days was €22.90. No price is struck through."
    )


def test_a_new_offer_has_neither_history_nor_pictures(hub: Hub) -> None:
    preview = preview_offer(None, read_draft(leave_blank(), None, _ZONE), hub.now(), _ZONE, _WORDS)

    assert (preview.title, preview.told, preview.history) == ("", "No title yet", ())
    assert (preview.offer.image, preview.offer.price) == (None, None)
    assert preview.evidence == "Without a price none is shown."
