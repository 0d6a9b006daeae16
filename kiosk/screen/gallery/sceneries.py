"""The scenes that a theme must cope with: the usual, the long, the missing and the trouble."""

from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Browsing, Comfort, Hint, Notice, Offering, Saved, Scene
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.screen.gallery.samples import SAMPLES, SampleShop

SCREEN_NAME = "berlin-mitte window-1"
BRAND = "Manufaktur Lindner"
HOUR = datetime(2026, 11, 22, 10, 8, tzinfo=UTC)
CLAIM = "https://hub.example/c/7f3a2b"
LONG_TITLE = {"de": "Kaffeevollautomat mit Milchaufschäumer", "en": "Fully automatic coffee maker with milk frother"}
LONG_TEXT = {
    "de": "Mit Brühtemperatureinstellungsautomatik und Kegelmahlwerk.",
    "en": "Sets the brewing temperature by itself, and grinds with a cone.",
}
"""In German with a word of 35 letters, which is wider than many a column."""
NOTICE = {"de": "Wir schließen in zehn Minuten.", "en": "We close in ten minutes."}
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
    "offer": ("ein Angebot", "an offer"),
    "long": ("ein langer Name", "a long name"),
    "bare": ("ohne Bild", "without a picture"),
    "hint": ("ein Hinweis", "a hint"),
    "kept": ("gemerkt", "kept"),
    "again": ("schon gemerkt", "kept before"),
    "still": ("nichts zu zeigen", "nothing to play"),
    "notice": ("ein Aushang", "a notice"),
    "name": ("der Name des Bildschirms", "the screen's name"),
    "browse": ("jemand blättert", "somebody browses"),
    "larger": ("mit größerer Schrift", "with larger text"),
    "lower": ("mit Tasten weiter unten", "with lower controls"),
    "ending": ("ist noch jemand da", "is somebody there"),
    "large": ("ein Angebot in größerer Schrift", "an offer in larger text"),
    "large-kept": ("gemerkt, in größerer Schrift", "kept, in larger text"),
}  # fmt: skip  # a table reads better than its formatted form


class Scenery(Struct, frozen=True):
    """A scene by the name of its kind."""

    name: str
    scene: Scene

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
        Attract(text, None, language, "i"),
        _offer(headphones, language),
        _offer(replace(mug, title=LONG_TITLE, text=LONG_TEXT), language),
        _offer(bare, language),
        _offer(lamp, language, Hint.USE_CODE),
        Saved(mug, language, "b", claim_url=CLAIM),
        Saved(headphones, language, "b", again=True),
        Attract(None, None, language, "i"),
        Notice(Bulletin(NOTICE, Level.WARNING), tuple(NOTICE.values()), language, "i"),
        Attract(Item("watch", "offer", offer="watch"), watch, language, "i", identify=True),
        Browsing(candle, language, "i", 1, len(SAMPLES), reader_ready=True),
        Browsing(headphones, language, "i", 2, len(SAMPLES), Comfort(larger=True), reader_ready=True),
        Browsing(watch, language, "i", 3, len(SAMPLES), Comfort(lower=True), reader_ready=True),
        Browsing(lamp, language, "i", 5, len(SAMPLES), ending=True, reader_ready=True),
        Offering(mug, language, "i", "s", reader_ready=True, larger=True),
        Saved(mug, language, "b", claim_url=CLAIM, larger=True),
    )
    return tuple(Scenery(name, scene) for name, scene in zip(CAPTIONS, scenes, strict=True))


def _offer(offer: Offer, language: str, hint: Hint | None = None) -> Offering:
    return Offering(offer, language, "i", "s", reader_ready=True, hint=hint)
