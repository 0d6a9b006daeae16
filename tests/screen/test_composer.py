from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.contract.bookmark import StampCount
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Attract, Hint, Miss, Offering, Saved, Scanned
from kiosk.places import find_shipped
from kiosk.screen.composer import STILL, Composer
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.images.figures import FiguresShelf, FiguresStyle
from kiosk.screen.images.lettering import LetteringShelf, Style
from kiosk.screen.images.pictures import WHOLE, PictureShelf
from kiosk.screen.images.qr import CodeShelf
from kiosk.screen.images.shelf import name_image
from kiosk.screen.images.shelves import Shelves
from kiosk.theming.package import read_theme
from tests.contract.test_shelf_price import make_price
from tests.doubles.mounts import cover_glass

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]
INKS = (QColor("#231d16"), QColor("#fffdf9"))
DEADLINE_S = 30
pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def pictures() -> PictureShelf:
    shelf = PictureShelf(cover_glass(QSize(192, 108)), INKS)
    still = QImage(192, 108, QImage.Format.Format_RGB32)
    still.fill(QColor("white"))
    shelf.pin(STILL, lambda: still)
    return shelf


@pytest.fixture
def codes() -> CodeShelf:
    return CodeShelf(INKS[0])


@pytest.fixture
def letterings() -> LetteringShelf:
    return LetteringShelf(Style("Fraunces", 400, 20.0, measure=80, lines=2, leading=0.84))


@pytest.fixture
def shelves(pictures: PictureShelf, codes: CodeShelf, letterings: LetteringShelf) -> Shelves:
    return Shelves(pictures, codes, letterings, FiguresShelf(FiguresStyle("Fraunces", 600, 40.0)))


@pytest.fixture
def composer(shelves: Shelves, shop: SampleShop) -> Composer:
    return Composer(shelves, shop.find_file)


@pytest.fixture
def mug(shop: SampleShop) -> Offer:
    return shop.make_offer(SAMPLES[0])


def test_an_offering_has_its_picture_its_code_and_the_ink_that_reads_on_it(composer: Composer, mug: Offer) -> None:
    composed = composer.compose(Offering(mug, "de", "i", "s", reader_ready=True), WORDS)
    assert mug.image is not None
    assert mug.link is not None
    assert composed.name == "offering"
    assert composed.picture == f"image://shelf/0/picture/{mug.image.sha256}"
    assert composed.content.code == f"image://shelf/0/code/{name_image(mug.link)}"
    assert composed.content.figures.startswith("image://shelf/0/figures/")
    assert (composed.content.ink.name(), composed.content.reader) == ("#231d16", True)


@pytest.mark.parametrize(
    ("ready", "bookmarkable", "hinted"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_the_tap_hint_shows_only_where_a_tap_would_keep_the_offer(
    composer: Composer, mug: Offer, *, ready: bool, bookmarkable: bool, hinted: bool
) -> None:
    offer = msgspec.structs.replace(mug, bookmarkable=bookmarkable)
    offering = composer.compose(Offering(offer, "de", "i", "s", reader_ready=ready), WORDS)
    loop = composer.compose(Attract(Item("i", "offer", offer="mug"), offer, "de", "i", reader_ready=ready), WORDS)
    assert [offering.content.reader, loop.content.reader] == [hinted, hinted]
    assert bool(loop.content.code) != hinted, "in the loop the code stands in for the reader"


@pytest.mark.parametrize(
    ("hint", "link", "calls"),
    [(Hint.USE_CODE, True, False), (Hint.USE_CODE, False, True), (Hint.HOLD_LONGER, True, True)],
)
def test_while_a_hint_asks_for_the_code_nothing_else_calls(
    composer: Composer, mug: Offer, hint: Hint, *, link: bool, calls: bool
) -> None:
    offer = mug if link else msgspec.structs.replace(mug, link=None)
    offering = composer.compose(Offering(offer, "de", "i", "s", reader_ready=True, hint=hint), WORDS)
    loop = composer.compose(Attract(None, offer, "de", "i", reader_ready=True, hint=hint), WORDS)
    assert [offering.content.reader, loop.content.reader] == [calls, calls]
    assert bool(loop.content.code) != calls, "in the loop the code comes for it"


def test_without_item_the_still_stands_in(composer: Composer) -> None:
    composed = composer.compose(Attract(None, None, "de", "i"), WORDS)
    assert (composed.picture, composed.content.bare, composed.seconds) == ("image://shelf/0/picture/still", True, 0.0)


def test_a_text_of_the_loop_stands_on_the_still_and_the_brands_own_words_where_there_is_nothing(
    composer: Composer, mug: Offer
) -> None:
    item = Item("i", "text", offer=mug.id, title={"de": "Willkommen", "en": "Welcome"}, text={"und": "Im ersten Stock"})
    text = composer.compose(Attract(item, mug, "en", "i", reader_ready=True), WORDS)
    assert (text.picture, text.seconds) == ("image://shelf/0/picture/still", 8.0)
    assert (text.content.saying, text.content.saying_line) == ("Welcome", "Im ersten Stock")
    assert (text.content.card.title, text.content.reader) == ("", True), "a tap keeps the offer that it names"
    nothing = composer.compose(Attract(None, None, "de", "i"), WORDS)
    assert (nothing.content.saying, nothing.content.saying_line) == (WORDS.standby, WORDS.standby_line)
    offer = composer.compose(Attract(Item("i", "offer", offer=mug.id), mug, "de", "i"), WORDS)
    assert offer.content.saying == ""


@pytest.mark.parametrize("where", [None, Path("/nonexistent/picture.webp")])
@pytest.mark.allow_log("a picture was refused: no picture")
def test_a_picture_that_cannot_be_had_leaves_the_still_and_all_words(
    shelves: Shelves, mug: Offer, where: Path | None
) -> None:
    composed = Composer(shelves, lambda _ref: where).compose(Offering(mug, "de", "i", "s"), WORDS)
    assert composed.picture == "image://shelf/0/picture/still"
    assert (composed.content.card.title, composed.content.sign) == ("Steinzeugbecher", "offer")


def test_the_still_bears_a_sign_for_what_has_no_picture(composer: Composer, mug: Offer) -> None:
    bare = msgspec.structs.replace(mug, image=None, image_portrait=None)
    known = Scanned("s", "de", ScanAnswer(article=make_price()))
    scenes: dict[str, Attract | Offering | Scanned] = {
        "offer": Attract(Item("i", "offer", offer=mug.id), bare, "de", "i"),
        "article": known,
        "unknown": msgspec.structs.replace(known, answer=ScanAnswer(), miss=Miss.UNKNOWN),
        "": msgspec.structs.replace(known, offer=mug),
    }
    assert [composer.compose(scene, WORDS).content.sign for scene in scenes.values()] == list(scenes)
    assert composer.compose(Attract(None, None, "de", "i"), WORDS).content.sign == "", "it speaks for the brand"


def test_an_item_that_is_nothing_but_its_picture_cannot_do_without_it(composer: Composer, mug: Offer) -> None:
    lost = MediaRef("lost.png", "0" * 64, 1)
    alone, keeping = Item("p", "image", media=lost), Item("p", "image", media=mug.image, offer=mug.id)
    text = Item("t", "text", title={"de": "Hallo"})
    scenes: list[Attract | Offering] = [Attract(item, mug, "de", "i") for item in (None, alone, keeping, text)]
    scenes.append(Offering(mug, "de", "i", "s"))
    assert [composer.has_picture(scene) for scene in scenes] == [
        True,
        False,
        True,
        True,
        True,
    ]


def test_an_offer_of_the_loop_that_names_a_picture_is_not_shown_without_it(composer: Composer, mug: Offer) -> None:
    item, lost = Item("o", "offer", offer=mug.id), MediaRef("lost.png", "0" * 64, 1)
    offers = (mug, msgspec.structs.replace(mug, image=lost), msgspec.structs.replace(mug, image=None))
    assert [composer.has_picture(Attract(item, offer, "de", "i")) for offer in offers] == [True, False, True]


def test_a_kept_offer_gets_its_code_when_the_claim_address_is_known(composer: Composer, mug: Offer) -> None:
    assert composer.compose(Saved(mug, "de", "b"), WORDS).content.code == ""
    claimed = composer.compose(Saved(mug, "de", "b", claim_url="https://shop.example/c/1", again=True), WORDS)
    assert (claimed.content.saying, claimed.content.saying_line) == (WORDS.saved_again, WORDS.saved_line)
    assert claimed.content.code == f"image://shelf/0/code/{name_image('https://shop.example/c/1')}"


def test_who_comes_in_is_greeted_in_place_of_the_loop_which_plays_on(composer: Composer, mug: Offer) -> None:
    loop = Attract(Item("i", "offer", offer=mug.id), mug, "de", "i", reader_ready=True)
    usual, greeting = (
        composer.compose(msgspec.structs.replace(loop, hint=hint), WORDS) for hint in (None, Hint.WELCOME)
    )
    assert (usual.name, greeting.name) == ("attract", "greeting")
    assert (greeting.picture, greeting.seconds) == (usual.picture, usual.seconds)
    assert greeting.content.saying == "Willkommen"


def test_what_was_scanned_into_the_basket_is_confirmed_as_a_kept_offer(composer: Composer, mug: Offer) -> None:
    answer = ScanAnswer(article=make_price(), basket="added")
    scene = Scanned("s", "de", answer, mug, hint=Hint.IN_BASKET)
    composed = composer.compose(scene, WORDS)
    assert (composed.name, composed.content.saying) == ("saved", WORDS.hint_in_basket)
    assert mug.image is not None
    assert composed.picture.endswith(mug.image.sha256)
    assert composer.compose(msgspec.structs.replace(scene, hint=None), WORDS).name == "offering", "afterwards"


@pytest.mark.parametrize(
    ("stamps", "told"),
    [
        (None, (0, 0, "")),
        (StampCount(2, 3), (2, 3, "2 von 3 Stempeln")),
        (StampCount(3, 3), (3, 3, "Stempelkarte voll")),
    ],
)
def test_a_kept_offer_gets_her_stamps_when_they_are_known(
    composer: Composer, mug: Offer, stamps: StampCount | None, told: tuple[int, int, str]
) -> None:
    content = composer.compose(Saved(mug, "de", "b", stamps=stamps), WORDS).content
    assert (content.stamps, content.stamps_of, content.stamps_line) == told


def test_what_is_prepared_is_there_before_its_scene(
    composer: Composer, pictures: PictureShelf, codes: CodeShelf, letterings: LetteringShelf, mug: Offer
) -> None:
    lost = MediaRef("lost.webp", "f" * 64, 1)
    composer.prepare([mug], [Item("i", "image", media=lost)]).result(DEADLINE_S)
    assert mug.image is not None
    assert mug.link is not None
    assert pictures.find(mug.image.sha256) is not None
    assert codes.find(name_image(mug.link)) is not None
    shown = composer.compose(Offering(mug, "en", "i", "s"), WORDS).content
    drawn = letterings.find(shown.headline.rpartition("/")[2])
    assert drawn is not None
    assert composer.compose(Offering(mug, "en", "i", "s"), WORDS).content.headline == shown.headline


def test_a_poster_of_the_loop_is_prepared_and_shown_whole(
    composer: Composer, pictures: PictureShelf, mug: Offer
) -> None:
    poster = Item("i", "image", media=mug.image, media_portrait=mug.image_portrait)
    composer.prepare([], [poster]).result(DEADLINE_S)
    assert mug.image is not None
    assert pictures.find(f"{WHOLE}{mug.image.sha256}") is not None
    composed = composer.compose(Attract(poster, None, "de", "i"), WORDS)
    assert composed.picture == f"image://shelf/0/picture/{WHOLE}{mug.image.sha256}"


def test_a_video_speaks_for_itself_and_a_code_tells_what_it_offers(composer: Composer, mug: Offer) -> None:
    film = Item("i", "video", media=mug.image, offer=mug.id)
    scene = Attract(film, mug, "de", "i")
    composed = composer.compose(scene, WORDS)
    assert composed.video == composer.find_video(scene) is not None
    assert composed.content.card.title == ""
    assert composed.content.code
    tappable = composer.compose(Attract(film, mug, "de", "i", reader_ready=True), WORDS)
    assert (tappable.content.code, tappable.content.reader) == ("", True)


def test_a_video_whose_file_is_not_there_gives_way_to_its_offers_picture(composer: Composer, mug: Offer) -> None:
    film = Item("i", "video", media=MediaRef("lost.mp4", "f" * 64, 1), offer=mug.id)
    composed = composer.compose(Attract(film, mug, "de", "i"), WORDS)
    assert composed.video is None
    assert composed.content.card.title == "Steinzeugbecher"
