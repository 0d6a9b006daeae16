import pytest
from msgspec.structs import replace

from kiosk.contract.scan import ScanAnswer, Variant
from kiosk.core.glass.scene import Miss, Scanned
from kiosk.places import find_shipped
from kiosk.screen.text.offer_card import OfferCard, describe_offer
from kiosk.screen.text.scanned_card import describe_scanned
from kiosk.theming.package import read_theme
from tests.contract.test_shelf_price import make_money, make_price
from tests.doubles.shop_floor import MUG

WORDS = read_theme(find_shipped("themes") / "daylight").words
REDUCED = make_price(was=make_money("1.49"), lowest_30d=make_money("1.39"), deposit=make_money("0.08"))


def describe(answer: ScanAnswer, language: str = "de") -> OfferCard:
    return describe_scanned(Scanned("s", language, answer), WORDS[language])


def test_its_price_stands_as_on_the_shelf_with_what_the_law_wants() -> None:
    card = describe(ScanAnswer(article=REDUCED))

    assert (card.title, str(card.price), card.struck) == ("Bier", "1,19\u00a0€", "1,49\u00a0€")
    assert card.lowest.startswith("Niedrigster Preis der letzten 30")
    assert card.unit == "zzgl. 0,08\u00a0€ Pfand"
    assert card.text == ""


def test_what_goes_with_it_how_many_there_are_and_which_others_is_told_in_one_line() -> None:
    variants = (Variant("S", 2), Variant("M", 0), Variant("L"))
    answer = ScanAnswer(article=REDUCED, stock=3, variants=variants, matching=({"de": "3 für 2", "en": "3 for 2"},))

    assert describe(answer).text == "3\u00a0für 2 · 3\u00a0vorrätig · auch in S, L"
    assert describe(answer, "en").text == "3\u00a0for 2 · 3\u00a0in stock · also in S, L"
    offered = Scanned("s", "de", replace(answer, take_url="https://hub.example/"), offer=MUG)
    assert "Angebot dazu auf dem Handy" in describe_scanned(offered, WORDS["de"]).text
    assert describe(replace(answer, stock=0, matching=(), variants=())).text == "Zurzeit nicht vorrätig"


def test_a_number_stays_with_its_unit_and_the_line_begins_with_a_capital_but_a_shops_own_name_is_left_alone() -> None:
    sizes = ScanAnswer(article=REDUCED, variants=(Variant("0,3 l"), Variant("0,5 l")))
    offered = Scanned("s", "en", replace(sizes, take_url="https://hub.example/"), offer=MUG)

    assert describe(sizes).text == "Auch in 0,3\u00a0l, 0,5\u00a0l"
    assert describe_scanned(offered, WORDS["en"]).text.startswith("An offer for it on your phone · also in")
    assert describe(replace(sizes, variants=(), matching=({"de": "iPhone-Woche"},))).text == "iPhone-Woche"


def test_of_what_was_weighed_the_price_of_this_piece_stands_large() -> None:
    tea = make_price(price=make_money("59.00"), sold_per="kg")

    assert str(describe(ScanAnswer(article=tea)).price) == "59,00\u00a0€"
    card = describe(ScanAnswer(article=tea, sum=make_money("7.38")))
    assert (str(card.price), card.unit) == ("7,38\u00a0€", "59,00\u00a0€ je\u00a0kg")


def test_without_an_article_the_offer_speaks_in_its_place() -> None:
    scene = Scanned("s", "de", ScanAnswer(), offer=MUG)

    assert describe_scanned(scene, WORDS["de"]) == describe_offer(MUG, "de", WORDS["de"])
    assert describe(ScanAnswer()) == OfferCard()


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_miss_says_what_it_is_and_what_to_do(language: str) -> None:
    scenes = [Scanned("s", language, ScanAnswer(), miss=miss) for miss in Miss]
    cards = [describe_scanned(scene, WORDS[language]) for scene in scenes]

    assert all(card == OfferCard(card.title, card.text) and card.text for card in cards)
    assert len({card.title for card in cards}) == len(Miss)
