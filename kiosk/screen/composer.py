"""How a scene of the core becomes content: words and figures settled, pictures and codes at hand."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from itertools import islice
from pathlib import Path
from typing import assert_never

from PySide6.QtGui import QColor

from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Browsing, Hint, Offering, Pictured, Saved, Scanned, Scene, tell_offer
from kiosk.offers.price_tag import state_price
from kiosk.screen.composed import Composed, confirm, greet
from kiosk.screen.images.lettering import MOST_LETTERINGS
from kiosk.screen.images.pictures import WHOLE
from kiosk.screen.images.qr import MOST_CODES
from kiosk.screen.images.shelves import Shelves
from kiosk.screen.text.hints import fills_glass
from kiosk.screen.text.hyphens import soften_words
from kiosk.screen.text.offer_card import (
    NO_PRICE,
    OfferCard,
    describe_offer,
    drop_reduction,
    is_poster,
    pick_item_picture,
    pick_item_video,
    pick_offer_picture,
)
from kiosk.screen.text.prices import write_price
from kiosk.screen.text.sayings import find_saying, phrase_kept, phrase_stamps
from kiosk.screen.text.scanned_card import describe_scanned
from kiosk.screen.video.clip import Video
from kiosk.screen.views.scene_view import SceneContent
from kiosk.theming.words import Words

STILL = "still"
"""The shelf's key of the brand's still, which is always there."""

MediaPath = Callable[[MediaRef], Path | None]
Wanted = tuple[str, MediaRef]
"""The shelf's key of a picture, and its file."""


class Composer:
    """Composes scenes; `media_path` answers where a picture's file lies, `None` while it is not there."""

    def __init__(self, shelves: Shelves, media_path: MediaPath) -> None:
        self._locate = shelves.locate
        self._pictures = shelves.pictures
        self._is_upright = shelves.pictures.mount.is_upright
        self._codes = shelves.codes
        self._letterings = shelves.letterings
        self._figures = shelves.figures
        self._media_path = media_path

    def compose(self, scene: Pictured, words: Words) -> Composed:
        """The scene in its language; a picture that was not prepared is decoded now."""
        match scene:
            case Attract():
                usual = self._compose_attract(scene, words)
                return greet(usual, scene, words) if fills_glass(scene) else usual
            case Offering() | Browsing():
                return self._compose_offering(scene, words)
            case Saved():
                return self._compose_saved(scene, words)
            case Scanned():
                usual = self._compose_scanned(scene, words)
                return confirm(usual, scene, words) if fills_glass(scene) else usual
            case _:
                assert_never(scene)

    def has_picture(self, scene: Scene) -> bool:
        """Whether a picture of the loop, or an offer in it, has the picture that it names; all else can do without."""
        if not isinstance(scene, Attract) or scene.item is None or scene.item.kind not in {"image", "offer"}:
            return True
        wanted = self._pick_of_item(scene.item, scene.offer)
        return wanted is None or self._take(wanted) != STILL

    def prepare(self, offers: Iterable[Offer], playlist: Iterable[Item]) -> Future[None]:
        """Make pictures, codes and headlines ready off the calling thread, the loop's first, as many as have room.

        The future ends with the last of them; nobody needs to wait for it.
        """
        offers = tuple(offers)
        self._pictures.run(partial(self._draw_codes, offers))
        wanted = [self._pick_of_item(item, None) for item in playlist] + [self._pick_of_offer(one) for one in offers]
        paths = {key: self._media_path(ref) for key, ref in filter(None, wanted)}
        self._pictures.prepare((key, path) for key, path in paths.items() if path)
        # Last, because the ink of a headline depends on its picture.
        return self._pictures.run(partial(self._letter_titles, offers))

    def find_video(self, scene: Attract) -> Video | None:
        """The video that this scene plays, if its file is here."""
        ref = pick_item_video(scene.item, upright=self._pictures.mount.is_tall) if scene.item else None
        path = self._media_path(ref) if ref else None
        return Video(ref.sha256, path) if ref and path else None

    def _draw_codes(self, offers: tuple[Offer, ...]) -> None:
        for link in islice((offer.link for offer in offers if offer.link), MOST_CODES):
            self._codes.make(link)

    def _letter_titles(self, offers: tuple[Offer, ...]) -> None:
        titles = ((offer, language, title) for offer in offers for language, title in offer.title.items())
        for offer, language, title in islice(titles, MOST_LETTERINGS):
            wanted = self._pick_of_offer(offer)
            # One that found no room on the shelf is not decoded anew for its ink: it would push out the loop's.
            picture = self._pictures.find(wanted[0] if wanted else STILL)
            if picture:
                self._letterings.make(soften_words(title), picture.backdrop.ink)
                tag = state_price(offer)
                self._figures.make(write_price(tag.price, language) if tag else NO_PRICE, picture.backdrop.ink)

    def _pick_of_offer(self, offer: Offer) -> Wanted | None:
        ref = pick_offer_picture(offer, upright=self._is_upright)
        return (ref.sha256, ref) if ref else None

    def _pick_of_item(self, item: Item, told: Offer | None) -> Wanted | None:
        mount, whole = self._pictures.mount, is_poster(item)
        ref = pick_item_picture(item, told, upright=mount.is_tall if whole else self._is_upright)
        return (f"{WHOLE if whole else ''}{ref.sha256}", ref) if ref else None

    def _compose_attract(self, scene: Attract, words: Words) -> Composed:
        video = self.find_video(scene)
        if video:
            return self._compose_video(scene, video, words)
        item, offer = scene.item, scene.offer
        # A text may name an offer that a tap keeps, but speaks for itself.
        told = None if item and item.kind == "text" else offer
        key = self._take(self._pick_of_item(item, told) if item else None)
        saying, saying_line = ("", "") if told or key != STILL else find_saying(item, scene.language, words)
        card, ink = describe_offer(told, scene.language, words) if told else OfferCard(), self._find_ink(key)
        content = SceneContent(
            card=drop_reduction(card),
            figures=self._draw_figures(card, ink),
            bare=key == STILL,
            sign="offer" if told and key == STILL else "",
            code=self._make_code(_find_link(scene)),
            code_line=_tell_code(scene, words),
            ink=ink,
            reader=_can_tap(scene),
            saying=saying,
            saying_line=saying_line,
        )
        return Composed("attract", self._locate("picture", key), content, item.seconds if item else 0.0)

    def _compose_video(self, scene: Attract, video: Video, words: Words) -> Composed:
        """It speaks for itself: no words would be legible on whatever it shows."""
        code, line = self._make_code(_find_link(scene)), _tell_code(scene, words)
        content = SceneContent(code=code, code_line=line, reader=_can_tap(scene))
        return Composed("attract", self._locate("picture", STILL), content, video=video)

    def _compose_offering(self, scene: Offering | Browsing, words: Words) -> Composed:
        card = describe_offer(scene.offer, scene.language, words)
        return self._compose_card(card, scene.offer, scene.offer.link, reader=_can_tap(scene), sign="offer")

    def _compose_scanned(self, scene: Scanned, words: Words) -> Composed:
        """As an offer for everybody: what it is, what it costs, and how it comes into the basket."""
        url, offer = scene.answer.take_url, tell_offer(scene)
        reader = scene.reader_ready and bool(url or (offer and offer.bookmarkable))
        code = url or (offer.link if offer else None)
        sign = "unknown" if scene.miss else "article"
        return self._compose_card(describe_scanned(scene, words), scene.offer, code, reader=reader, sign=sign)

    def _compose_card(
        self, card: OfferCard, offer: Offer | None, code: str | None, *, reader: bool, sign: str
    ) -> Composed:
        key = self._take(self._pick_of_offer(offer) if offer else None)
        ink = self._find_ink(key)
        content = SceneContent(
            card=card,
            headline=self._locate("lettering", self._letterings.make(card.title, ink)),
            figures=self._draw_figures(card, ink),
            bare=key == STILL,
            sign=sign if key == STILL else "",
            code=self._make_code(code),
            ink=ink,
            reader=reader,
        )
        return Composed("offering", self._locate("picture", key), content)

    def _compose_saved(self, scene: Saved, words: Words) -> Composed:
        key, stamps = self._take(self._pick_of_offer(scene.offer)), scene.stamps
        headline, line, next_stamp = phrase_kept(scene, words)
        content = SceneContent(
            card=describe_offer(scene.offer, scene.language, words),
            bare=key == STILL,
            code=self._make_code(scene.claim_url),
            ink=self._find_ink(key),
            stamps=stamps.have if stamps else 0,
            stamps_of=stamps.of if stamps else 0,
            stamps_line=phrase_stamps(stamps, words) if stamps else "",
            next_stamp=next_stamp,
            alone=scene.again and scene.claim_url is None,
            saying=headline,
            saying_line=line,
        )
        return Composed("saved", self._locate("picture", key), content)

    def _draw_figures(self, card: OfferCard, ink: QColor) -> str:
        return self._locate("figures", self._figures.make(card.price, ink))

    def _take(self, wanted: Wanted | None) -> str:
        """The shelf's key of this picture, or of the still where it cannot be had."""
        if wanted is None:
            return STILL
        key, ref = wanted
        if self._pictures.find(key):
            return key  # a frame that needs no disk asks none
        path = self._media_path(ref)
        return key if path and self._pictures.take(key, path) else STILL

    def _find_ink(self, key: str) -> QColor:
        picture = self._pictures.find(key)
        return picture.backdrop.ink if picture else SceneContent().ink

    def _make_code(self, text: str | None) -> str:
        return self._locate("code", self._codes.make(text)) if text else ""


def _can_tap(scene: Attract | Offering | Browsing) -> bool:
    """Whether the glass calls for a card; while it asks for the code instead, one of the two is enough."""
    offer = scene.offer
    if offer is None or (scene.hint is Hint.USE_CODE and offer.link):
        return False
    return scene.reader_ready and offer.bookmarkable


def _find_link(scene: Attract) -> str | None:
    """What the code in the loop leads to: at a door, in; else to what no tap can keep."""
    if _lets_in(scene):
        return scene.visit_url
    return scene.offer.link if scene.offer and not _can_tap(scene) else None


def _tell_code(scene: Attract, words: Words) -> str:
    return words.check_in if _lets_in(scene) else words.take_along


def _lets_in(scene: Attract) -> bool:
    """Whether the code is the door's, unless somebody's card just failed to keep the offer, which then has its own."""
    asks_for_code = scene.hint is Hint.USE_CODE and scene.offer is not None and bool(scene.offer.link)
    return bool(scene.visit_url) and not asks_for_code
