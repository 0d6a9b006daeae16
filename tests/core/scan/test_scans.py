from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.codes.read import read_code
from kiosk.contract.money import Money
from kiosk.contract.scan import Scan, ScanAnswer
from kiosk.core.effects import AnnounceTap, AskArticle, SaveBookmark, TapOutcome
from kiosk.core.events import (
    ArticleTold,
    BoardChanged,
    BookmarkSaved,
    CardTapped,
    CodeScanned,
    PricesHeard,
    ShowFailed,
    Ticked,
    Touched,
)
from kiosk.core.glass.scene import Attract, Browsing, Hint, Miss, Notice, Offering, Saved, Scanned
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.core.scan.guest import GUEST_S
from kiosk.core.scan.scans import PATIENCE_S
from kiosk.core.wish import Wish
from tests.contract.test_shelf_price import make_price
from tests.doubles.shop_floor import CARD, MUG, MUG_ITEM, POSTER, RULES, Play

EAN = "4012345000016"
ARTICLE = make_price(code="04012345000016")
URL = "https://hub.example/take/berlin?code=4012345000016"
KNOWN = ScanAnswer(article=ARTICLE, stock=3, take_url=URL)
ADDED = ScanAnswer(article=ARTICLE, basket="added", guest="v-1")
NOTICE = Board(Bulletin({"de": "Feuer"}, Level.EMERGENCY))


def scan(play: Play, at: float, text: str = EAN) -> Scan | None:
    """What is asked about it; `None`: nothing."""
    effects = play.send(CodeScanned(text, read_code(text), at), at=at)
    return next((effect.scan for effect in effects if isinstance(effect, AskArticle)), None)


def find(play: Play, at: float, answer: ScanAnswer | None = KNOWN) -> Scanned:
    """What the glass shows once that is the answer."""
    asked = scan(play, at)
    assert asked
    play.send(ArticleTold(asked.id, answer), at=at + 0.1)
    assert isinstance(play.scene, Scanned)
    return play.scene


def test_a_scan_is_acknowledged_at_once_and_shown_as_soon_as_somebody_knows_it() -> None:
    play = Play.of_shop()
    asked = scan(play, 1.0)
    assert asked
    assert asked == Scan(asked.id, "berlin", "window-1", EAN, "de")
    assert (type(play.scene), play.scene.hint) == (Attract, Hint.CODE_READ)

    play.send(ArticleTold(asked.id, KNOWN), at=1.1)
    assert isinstance(play.scene, Scanned)
    assert (play.scene.answer, play.scene.miss, play.scene.hint, play.scene.language) == (KNOWN, None, None, "de")


def test_it_stays_for_its_time_and_then_the_loop_goes_on() -> None:
    play = Play.of_shop()
    find(play, 1.0)
    play.send(Ticked(), at=1.1 + RULES.scanned_s - 0.1)
    assert isinstance(play.scene, Scanned)
    assert play.floor.wake_at == pytest.approx(1.1 + RULES.scanned_s)

    play.send(Ticked(), at=play.floor.wake_at)
    assert isinstance(play.scene, Attract)


def test_an_offer_makes_way_that_is_shown_to_somebody_near() -> None:
    play = Play.of_shop()
    play.bring("anna", at=1.0)
    find(play, 2.0)

    assert [type(showing.scene) for showing in play.floor.glass.earlier] == [Offering, Attract]


def test_a_tap_that_nobody_answers_leaves_what_is_known_on_the_glass() -> None:
    play = Play.of_shop()
    found = find(play, 1.0)
    play.send(CardTapped(CARD, 2.0), at=2.0)
    play.send(Ticked(), at=2.0 + PATIENCE_S)

    assert play.scene == replace(found, hint=Hint.NOT_SAVED)


def test_the_catalogues_offer_for_it_lends_its_picture() -> None:
    mug = replace(MUG, gtin=EAN)
    assert find(Play.of_shop((mug,)), 1.0).offer == mug
    assert find(Play.of_shop((MUG,)), 1.0).offer is None


@pytest.mark.parametrize("answer", [None, "late"])
def test_without_an_answer_the_catalogues_offer_speaks_and_a_tap_keeps_it(answer: str | None) -> None:
    mug = replace(MUG, gtin=EAN)
    play = Play.of_shop((mug,), (POSTER,))
    asked = scan(play, 1.0)
    assert asked
    play.send(Ticked() if answer else ArticleTold(asked.id, None), at=1.0 + PATIENCE_S)
    assert isinstance(play.scene, Scanned)
    assert (play.scene.answer, play.scene.offer, play.scene.miss) == (ScanAnswer(), mug, None)

    effects = play.send(CardTapped(CARD, 4.5), at=4.5)
    assert [effect.bookmark.offer for effect in effects if isinstance(effect, SaveBookmark)] == ["mug"]


def test_without_an_answer_the_shelfs_own_price_is_told_while_it_holds() -> None:
    play = Play.of_shop()
    play.send(PricesHeard((ARTICLE,), hold_until=60.0))
    assert find(play, 1.0, None).answer == ScanAnswer(article=ARTICLE)

    assert find(play, 61.0, None).miss is Miss.UNANSWERED


@pytest.mark.parametrize(
    ("said", "miss"),
    [
        ("unknown", Miss.UNKNOWN),
        ("not_sold", Miss.NOT_SOLD),
        ("not_weighed", Miss.WEIGH_FIRST),
        ("no_label", Miss.WEIGH_FIRST),
        ("odd_label", Miss.ODD_LABEL),
        ("absurd_measure", Miss.ODD_LABEL),
        ("what a later hub says", Miss.UNREADABLE),
    ],
)
def test_a_code_that_stands_for_nothing_says_why(said: str, miss: Miss) -> None:
    mug = replace(MUG, gtin=EAN)
    scene = find(Play.of_shop((mug,)), 1.0, ScanAnswer(miss=said))
    assert (scene.miss, scene.offer) == (miss, None)


@pytest.mark.parametrize("text", ["4012345000017", "x" * 600, "https://evil.example/", "\x1d\x1d\x1d"])
def test_what_is_no_code_of_goods_is_answered_without_asking(text: str) -> None:
    play = Play.of_shop()
    assert scan(play, 1.0, text) is None
    assert isinstance(play.scene, Scanned)
    assert (play.scene.miss, play.scene.answer) == (Miss.UNREADABLE, ScanAnswer())

    play.send(CardTapped(CARD, 2.0), at=2.0)
    assert play.scene.hint is Hint.NOTHING_TO_SAVE


def test_the_answer_to_an_earlier_scan_is_nobodys_any_more() -> None:
    play = Play.of_shop()
    first, second = scan(play, 1.0), scan(play, 2.0)
    assert first
    assert second
    play.send(ArticleTold(first.id, KNOWN), at=2.1)
    assert isinstance(play.scene, Attract)

    play.send(ArticleTold(second.id, KNOWN), at=2.2)
    assert isinstance(play.scene, Scanned)
    assert play.scene.scan == second.id


def test_a_card_puts_it_into_its_owners_basket_and_her_next_scan_goes_there_too() -> None:
    play = Play.of_shop()
    find(play, 1.0)
    tap, ask = play.send(CardTapped(CARD, 3.0), at=3.0)
    assert tap == AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, 3.0)
    assert isinstance(ask, AskArticle)
    assert (ask.scan.code, ask.scan.credential, ask.scan.by) == (EAN, CARD, None)
    assert play.scene.hint is Hint.CODE_READ

    play.send(ArticleTold(ask.scan.id, ADDED), at=3.1)
    assert (type(play.scene), play.scene.hint) == (Scanned, Hint.IN_BASKET)
    again = scan(play, 10.0)
    assert again
    assert (again.by, again.credential) == ("v-1", None)


@pytest.mark.parametrize(("basket", "hint"), [("full", Hint.BASKET_FULL), ("locked", Hint.BASKET_LOCKED)])
def test_a_basket_that_takes_nothing_says_so(basket: str, hint: Hint) -> None:
    assert find(Play.of_shop(), 1.0, ScanAnswer(article=ARTICLE, basket=basket)).hint is hint


def test_what_lies_in_the_basket_already_is_not_put_there_by_another_tap() -> None:
    play = Play.of_shop()
    find(play, 1.0, ADDED)
    effects = play.send(CardTapped(CARD, 3.0), at=3.0)
    assert not any(isinstance(effect, AskArticle | SaveBookmark) for effect in effects)


def test_who_kept_an_offer_here_scans_into_her_basket_until_she_is_gone() -> None:
    play = Play.of_shop(playlist=(MUG_ITEM,))
    save = play.send(CardTapped(CARD, 1.0), at=1.0)[0]
    assert isinstance(save, SaveBookmark)
    play.send(BookmarkSaved(save.bookmark.id), at=1.1)
    assert isinstance(play.scene, Saved)

    hers, nobodys = scan(play, 5.0), scan(play, 1.1 + GUEST_S)
    assert hers
    assert nobodys
    assert (hers.by, nobodys.by) == (save.bookmark.id, None)


def test_who_leaves_takes_nobodys_scans_with_her() -> None:
    play = Play.of_shop()
    find(play, 1.0, ADDED)
    play.send(Touched(Wish.LEAVE, 2.0), at=2.0)
    assert isinstance(play.scene, Attract)

    asked = scan(play, 3.0)
    assert asked
    assert asked.by is None


def test_a_touch_browses_and_a_scan_comes_before_that() -> None:
    play = Play.of_shop()
    find(play, 1.0)
    play.send(Touched(Wish.BROWSE, 2.0), at=2.0)
    assert isinstance(play.scene, Browsing)

    find(play, 30.0)
    play.send(Ticked(), at=30.1 + RULES.scanned_s)
    assert isinstance(play.scene, Browsing)


def test_under_a_notice_nothing_is_scanned_and_what_was_comes_back_after_it() -> None:
    play = Play.of_shop()
    find(play, 1.0, ADDED)
    play.send(BoardChanged(NOTICE, heard_at=2.0), at=2.0)
    assert scan(play, 3.0) is None
    assert isinstance(play.scene, Notice)

    play.send(BoardChanged(Board(), heard_at=5.0), at=5.0)
    assert isinstance(play.floor.scene, Scanned)
    assert play.floor.scene.hint is Hint.IN_BASKET


def test_one_that_cannot_be_drawn_is_gone() -> None:
    play = Play.of_shop()
    find(play, 1.0)
    play.send(ShowFailed(None, None), at=1.2)
    assert isinstance(play.scene, Attract)


def test_a_price_of_nothing_is_a_price() -> None:
    free = ScanAnswer(article=replace(ARTICLE, price=Money(Decimal(0), "EUR")))
    assert find(Play.of_shop(), 1.0, free).answer == free
