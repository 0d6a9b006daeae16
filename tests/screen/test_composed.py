from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Attract, Called, Hint, Scanned
from kiosk.places import find_shipped
from kiosk.screen.composed import Composed, confirm, greet
from kiosk.screen.text.offer_card import OfferCard
from kiosk.screen.text.prices import PriceText
from kiosk.screen.views.scene_view import SceneContent
from kiosk.theming.package import read_theme

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]
CARD = OfferCard("Becher", price=PriceText("", "14,", "90", "€"), unit="je kg")
IN_BASKET = Scanned("s", "de", ScanAnswer(), hint=Hint.IN_BASKET)


def test_who_is_called_reads_her_codes_large_and_nothing_of_the_loop() -> None:
    loop = Composed("attract", "image://a", SceneContent(CARD, code="image://b", reader=True), 8.0)
    called = greet(loop, Attract(None, None, "de", "i", hint=Called(("K7Q4", "MNA6"))), WORDS)
    assert (called.name, called.picture, called.seconds) == ("greeting", "image://a", 8.0)
    assert called.content.saying == "K7Q4, MNA6"
    assert called.content.saying_line.startswith("Ihre Bestellung")
    assert (called.content.card.title, called.content.code, called.content.reader) == ("", "", False)


def test_what_lies_in_the_basket_says_its_price_beside_a_picture_and_else_on_the_print() -> None:
    pictured, bare = (Composed("offering", "", SceneContent(CARD, bare=bare, code="c")) for bare in (False, True))
    assert confirm(pictured, IN_BASKET, WORDS).content.saying_line == "14,90\u00a0€"
    assert confirm(bare, IN_BASKET, WORDS).content.saying_line == "je kg"
    assert confirm(bare, IN_BASKET, WORDS).content == SceneContent(
        CARD, bare=True, alone=True, saying=WORDS.hint_in_basket, saying_line="je kg"
    )
