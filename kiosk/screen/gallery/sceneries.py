"""The scenes that a theme must cope with: the usual, the long, the missing and the trouble."""

from datetime import UTC, datetime
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.bookmark import StampCount
from kiosk.contract.direction import Direction
from kiosk.contract.money import Money
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer, Variant
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.core.effects import ShowShelf
from kiosk.core.glass.scene import (
    Attract,
    Browsing,
    Called,
    Comfort,
    Dark,
    Hint,
    Miss,
    Notice,
    Offering,
    Remark,
    Saved,
    Scanned,
    Scene,
)
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.screen.gallery.samples import SAMPLES, SHELF, SampleShop
from kiosk.screen.text.enrolling import Enrolling, Sign, phrase_sign

SCREEN_NAME = "berlin-mitte window-1"
BRAND = "Manufaktur Lindner"
HOUR = datetime(2026, 11, 22, 10, 8, tzinfo=UTC)
CLAIM = "https://hub.example/c/7f3a2b"
TAKE = "https://hub.example/take/berlin-mitte?lang=de&code=4012345000016"
VISIT = "https://hub.example/visit/berlin-mitte"
HOME = Direction({"de": "Wohnen", "en": "Home"}, {"de": "1. Etage, links", "en": "1st floor, on the left"})
WELLNESS = Direction({"de": "Wohlfühlen", "en": "Wellness"})
BUNDLE = {"de": "3 für 2", "en": "3 for 2"}
LONG_TITLE = {"de": "Kaffeevollautomat mit Milchaufschäumer", "en": "Fully automatic coffee maker with milk frother"}
LONG_TEXT = {
    "de": "Mit Brühtemperatureinstellungsautomatik und Kegelmahlwerk.",
    "en": "Sets the brewing temperature by itself, and grinds with a cone.",
}
"""In German with a word of 35 letters, which is wider than many a column."""
NOTICE = {"de": "Wir schließen in zehn Minuten.", "en": "We close in ten minutes."}
EMERGENCY = {"de": "Bitte verlassen Sie ruhig das Haus.", "en": "Please leave the building calmly."}
NEWS = {"de": "Kasse 3 öffnet.", "en": "Till 3 is opening."}
LONG_NEWS = {
    "de": "Am Samstag bauen wir um. Das Erdgeschoss ist ab 14 Uhr geschlossen, das erste Stockwerk bleibt bis 20 Uhr "
    "offen. Bitte nehmen Sie den Aufzug am Nordeingang; die Treppe vorn ist an diesem Tag gesperrt. Bestellungen geben "
    "wir an der Kasse im ersten Stock heraus, auch ohne Beleg. Was Sie zurückgeben möchten, nehmen wir am Montag "
    "wieder an. Am Sonntag ist der Laden zu. Wir freuen uns auf Sie.",
    "en": "On Saturday we are rebuilding. The ground floor closes at 2 pm, the first floor stays open until 8 pm. "
    "Please take the lift at the north entrance; the stairs at the front are closed on that day. Orders are handed out "
    "at the till on the first floor, without a receipt, too. What you would like to return we gladly take back from "
    "Monday on. The store is closed on Sunday. We look forward to seeing you.",
}
"""About four hundred letters."""
CODE, HUB = "BCDF-GHJK", "https://hub.example/console/screens"
ORDER = "K7Q4"
OPENING = {"de": "Auch am Sonntag", "en": "Open on Sunday"}
HOURS = {"de": "13 bis 18 Uhr, mit Kaffee im ersten Stock.", "en": "1 to 6 pm, with coffee on the first floor."}
TICKER = {
    "de": ("Heute bis 20 Uhr", "Frischer Kaffee im ersten Stock"),
    "en": ("Open until 8 today", "Fresh coffee on the first floor"),
}

CAPTIONS = {
    "loop": ("die Schleife", "the loop"),
    "poster": ("ein Plakat", "a poster"),
    "text": ("ein Text", "a text"),
    "door": ("mit dem Code der Tür", "with the door's code"),
    "door-text": ("ein Text an der Tür", "a text at the door"),
    "offer": ("ein Angebot", "an offer"),
    "long": ("ein langer Name", "a long name"),
    "bare": ("ohne Bild", "without a picture"),
    "hint": ("ein Hinweis", "a hint"),
    "touch": ("zum Berühren", "an offer that can be touched"),
    "kept": ("gemerkt", "kept"),
    "stamps": ("gemerkt, mit Stempelkarte", "kept, with a stamp card"),
    "again": ("schon gemerkt", "kept before"),
    "kept-bare": ("gemerkt, ohne Bild", "kept, without a picture"),
    "kept-touch": ("gemerkt, zum Berühren", "kept, and can be touched"),
    "welcome": ("an der Tür", "at the door"),
    "farewell": ("am Ausgang", "at the exit"),
    "called": ("eine Bestellung ist da", "an order is ready"),
    "called-offer": ("ein Angebot zur Bestellung", "an offer with the order"),
    "still": ("nichts zu zeigen", "nothing to play"),
    "notice": ("ein Aushang", "a notice"),
    "emergency": ("ein Notfall", "an emergency"),
    "news": ("eine Mitteilung", "a piece of news"),
    "long-news": ("eine lange Mitteilung", "a long piece of news"),
    "night": ("nachts", "at night"),
    "enrol": ("ein neuer Bildschirm", "a new screen"),
    "name": ("der Name des Bildschirms", "the screen's name"),
    "browse": ("jemand blättert", "somebody browses"),
    "larger": ("mit größerer Schrift", "with larger text"),
    "lower": ("mit Tasten weiter unten", "with lower controls"),
    "larger-lower": ("größer, Tasten tiefer", "larger, lower controls"),
    "ending": ("ist noch jemand da", "is somebody there"),
    "large": ("ein Angebot in größerer Schrift", "an offer in larger text"),
    "large-kept": ("gemerkt, in größerer Schrift", "kept, in larger text"),
    "scanned": ("gescannt", "scanned"),
    "scanned-bare": ("gescannt, ohne Bild", "scanned, without a picture"),
    "scanned-large": ("gescannt, in größerer Schrift", "scanned, in larger text"),
    "scanned-kept": ("gescannt, im Warenkorb", "scanned, in the basket"),
    "scanned-kept-bare": ("im Warenkorb, ohne Bild", "in the basket, no picture"),
    "basket-full": ("der Warenkorb ist voll", "the basket is full"),
    "basket-locked": ("es wird schon bezahlt", "it is being paid for"),
    "missed": ("ein fremder Code", "a code of another shop"),
    "shelf": ("am Regal", "on a shelf"),
    "shelf-unsure": ("am Regal, ohne sichere Preise", "on a shelf, with no certain prices"),
}  # fmt: skip  # a table reads better than its formatted form


_TOUCHED = frozenset({"touch", "kept-touch"})
"""Of scenes that stand on any glass, those drawn as they are on one that can be touched."""


class Scenery(Struct, frozen=True):
    """A scene by the name of its kind, with what a screen says that is not let in yet, or hangs on a shelf."""

    name: str
    scene: Scene
    sign: Sign = Sign()
    shelf: ShowShelf = ShowShelf()

    @property
    def is_touched(self) -> bool:
        """Whether it takes a glass that can be touched."""
        scene = self.scene
        is_larger = isinstance(scene, Offering | Saved | Scanned) and scene.larger
        return is_larger or isinstance(scene, Browsing) or self.name in _TOUCHED

    @property
    def caption(self) -> str:
        """What it shows, in the scene's own language."""
        return CAPTIONS[self.name][self.scene.language != "de"]


def list_sceneries(shop: SampleShop, language: str) -> tuple[Scenery, ...]:
    """One of each kind, in the order of the captions."""
    mug, candle, headphones, watch, perfume, lamp, *_ = (shop.make_offer(sample) for sample in SAMPLES)
    bare = replace(perfume, image=None, image_portrait=None)
    poster = Item("poster", "image", media=candle.image, media_portrait=candle.image_portrait)
    text = Item("text", "text", title=OPENING, text=HOURS)
    scenes: tuple[Scene, ...] = (
        Attract(Item("mug", "offer", offer="mug"), mug, language, "i", reader_ready=True),
        Attract(poster, None, language, "i"),
        *_play_inside_and_at_the_door(text, mug, language),
        _offer(headphones, language),
        _offer(replace(mug, title=LONG_TITLE, text=LONG_TEXT), language),
        _offer(bare, language),
        _offer(lamp, language, Hint.USE_CODE),
        _offer(candle, language),
        Saved(mug, language, "b", claim_url=CLAIM),
        Saved(mug, language, "b", CLAIM, StampCount(2, 3), HOME, WELLNESS),
        Saved(headphones, language, "b", again=True),
        *(Saved(offer, language, "b", claim_url=CLAIM) for offer in (bare, candle)),
        *_greet(poster, mug, language),
        Attract(None, None, language, "i"),
        *_post_all(language),
        Dark(language, "i"),
        Attract(None, None, language, "i"),
        Attract(Item("watch", "offer", offer="watch"), watch, language, "i", identify=True),
        _browse(candle, language, 1, Comfort()),
        _browse(headphones, language, 2, Comfort(larger=True)),
        _browse(watch, language, 3, Comfort(lower=True)),
        _browse(candle, language, 1, Comfort(larger=True, lower=True)),
        replace(_browse(lamp, language, 5, Comfort()), ending=True),
        Offering(mug, language, "i", "s", reader_ready=True, larger=True),
        Saved(mug, language, "b", CLAIM, None, HOME, larger=True),
        *_scan(mug, language),
        *(Attract(None, None, language, "i") for _shelf in ("sure", "unsure")),
    )
    sign = phrase_sign(Enrolling(CODE, HUB), _order(language))
    return tuple(
        Scenery(name, scene, sign if name == "enrol" else Sign(), _fill_shelf(name, language))
        for name, scene in zip(CAPTIONS, scenes, strict=True)
    )


def _play_inside_and_at_the_door(text: Item, mug: Offer, language: str) -> tuple[Scene, ...]:
    loop = ((text, None, None), (Item("mug", "offer", offer="mug"), mug, VISIT), (text, None, VISIT))
    return tuple(Attract(item, offer, language, "i", reader_ready=True, visit_url=url) for item, offer, url in loop)


def _greet(poster: Item, mug: Offer, language: str) -> tuple[Scene, ...]:
    hints = (Hint.WELCOME, Hint.FAREWELL, Called((ORDER,)))
    alone = (Attract(poster, None, language, "i", hint=hint) for hint in hints)
    return *alone, _offer(mug, language, Called((ORDER,)))


def _browse(offer: Offer, language: str, place: int, comfort: Comfort) -> Browsing:
    return Browsing(offer, language, "i", place, len(SAMPLES), comfort, reader_ready=True)


def _scan(mug: Offer, language: str) -> tuple[Scene, ...]:
    spritzer, _, tea, *_ = SHELF
    cup = ShelfPrice(code="04012345000016", title=mug.title, price=Money(Decimal("29.90"), "EUR"))
    point = "," if language == "de" else "."
    sizes = (Variant(f"0{point}3 l", 8), Variant(f"0{point}5 l", 2))
    known = ScanAnswer(article=cup, stock=40, variants=sizes, take_url=TAKE)
    drink = ScanAnswer(article=spritzer, matching=(BUNDLE,), stock=3, take_url=TAKE)
    leaves = ScanAnswer(article=tea, sum=Money(Decimal("7.38"), "EUR"), basket="added")
    return (
        Scanned("s", language, known, mug, reader_ready=True),
        Scanned("s", language, drink, reader_ready=True),
        Scanned("s", language, known, mug, reader_ready=True, larger=True),
        Scanned("s", language, replace(known, basket="added"), mug, hint=Hint.IN_BASKET, reader_ready=True),
        Scanned("s", language, leaves, hint=Hint.IN_BASKET, reader_ready=True),
        Scanned("s", language, drink, hint=Hint.BASKET_FULL, reader_ready=True),
        Scanned("s", language, known, mug, hint=Hint.BASKET_LOCKED, reader_ready=True),
        Scanned("s", language, ScanAnswer(), miss=Miss.UNKNOWN, reader_ready=True),
    )


def _fill_shelf(name: str, language: str) -> ShowShelf:
    return ShowShelf(SHELF, name == "shelf", language) if name.startswith("shelf") else ShowShelf()


def _order(language: str) -> tuple[str, ...]:
    """The languages of the samples, this one first."""
    return tuple(sorted(NOTICE, key=lambda one: one != language))


def _post_all(language: str) -> tuple[Notice, ...]:
    return (
        _post(NOTICE, Level.WARNING, language),
        _post(EMERGENCY, Level.EMERGENCY, language),
        _post(NEWS, Level.INFO, language),
        Notice(Bulletin(LONG_NEWS, Level.INFO), (LONG_NEWS[language],), language, "i"),
    )


def _post(text: dict[str, str], level: Level, language: str) -> Notice:
    return Notice(Bulletin(text, level), tuple(text[one] for one in _order(language)), language, "i")


def _offer(offer: Offer, language: str, hint: Remark | None = None) -> Offering:
    return Offering(offer, language, "i", "s", reader_ready=True, hint=hint)
