"""What a scan comes to: the loyalty API is asked what it is, and the glass shows that, or what is known without it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from kiosk.codes.reading import GTIN_DIGITS, Refused
from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.scan import Scan, ScanAnswer
from kiosk.core.effects import AnnounceTap, AskArticle, TapOutcome
from kiosk.core.events import ArticleTold, CardTapped, CodeScanned
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.scene import Hint, Miss, Notice, Scanned
from kiosk.core.glass.scene_change import bring_on, look_again
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.programme import list_offers
from kiosk.core.scan.guest import expect_guest, find_guest
from kiosk.core.scan.scanning import Asked, Found, Scanning
from kiosk.core.step import Step
from kiosk.core.touch.presence import note_presence, wants_larger

PATIENCE_S = 3.0
"""So long the loyalty API is waited for; then the glass says what is known without it."""
_MISSES: Mapping[str, Miss] = MappingProxyType(
    {
        "unknown": Miss.UNKNOWN,
        "not_sold": Miss.NOT_SOLD,
        "not_weighed": Miss.WEIGH_FIRST,
        "no_label": Miss.WEIGH_FIRST,
        "odd_label": Miss.ODD_LABEL,
        "absurd_measure": Miss.ODD_LABEL,
    }
)
_BASKET: Mapping[str, Hint] = MappingProxyType(
    {"added": Hint.IN_BASKET, "full": Hint.BASKET_FULL, "locked": Hint.BASKET_LOCKED}
)


def take_code(floor: Floor, event: CodeScanned, now: Instant) -> Step:
    """Ask what it is, and say at once that it was read; what is no code of goods needs no asking."""
    if isinstance(floor.scene, Notice):
        return Step(floor)
    floor = replace(floor, touch=note_presence(floor, now.mono, now))
    scan = Scan(
        id=now.fresh_id,
        store=floor.rules.store,
        screen=floor.rules.screen,
        code=event.text,
        language=floor.scene.language,
        by=find_guest(floor, now),
    )
    if isinstance(event.read, Refused):
        return Step(_find(floor, Asked(scan, "", now.mono), ScanAnswer(), Miss.UNREADABLE, now))
    return _ask(floor, scan, event.read.article, now)


def take_article(floor: Floor, told: ArticleTold, now: Instant) -> Floor:
    """Take what it is; the answer to an earlier scan, or to one that was given up, comes too late."""
    asked = floor.scan.asked
    if asked is None or asked.scan.id != told.scan:
        return floor
    answer = told.answer
    if answer is None:
        return _answer_alone(floor, asked, now)
    by = answer.guest or asked.scan.by
    known = expect_guest(floor, by, now) if by and answer.basket else floor
    miss = None if answer.article else _MISSES.get(answer.miss, Miss.UNREADABLE)
    return _find(known, asked, answer, miss, now)


def add_by_card(floor: Floor, event: CardTapped, now: Instant) -> Step | None:
    """Have what is on the glass put into the basket of her who taps; `None`: nothing was on it that waits for that."""
    showing, found = floor.glass.find_showing(event.felt_at), floor.scan.found
    scene = showing.scene if showing else None
    if found is None or not isinstance(scene, Scanned) or scene.scan != found.scene.scan or not scene.answer.take_url:
        return None
    scan = replace(found.asked.scan, id=now.fresh_id, credential=event.credential, by=None)
    step = _ask(floor, scan, found.asked.article, now)
    return Step(step.floor, (AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, event.felt_at), *step.effects))


def give_up(floor: Floor, now: Instant) -> Floor:
    """Nobody answered in time: say what is known here."""
    asked = floor.scan.asked
    return _answer_alone(floor, asked, now) if asked and now.mono >= asked.until else floor


def show_found(floor: Floor, now: Instant) -> Floor | None:
    """Let what was scanned stay on the glass, or come back to it; `None`: nothing was, or not any more."""
    found, glass = floor.scan.found, floor.glass
    if found is None or now.mono >= found.ends_at:
        return None
    if isinstance(glass.scene, Scanned) and glass.scene.scan == found.scene.scan:
        return replace(floor, glass=look_again(glass, found.ends_at))
    scene = replace(found.scene, reader_ready=glass.reader_ready, identify=glass.scene.identify)
    shown = bring_on(glass, Showing(scene, now.mono, found.ends_at, found.ends_at))
    hint_until = now.mono + floor.rules.hint_s if scene.hint else shown.hint_until
    return replace(floor, glass=replace(shown, hint_until=hint_until))


def end_scanning(floor: Floor) -> Floor:
    """Whoever scanned is done: nothing is asked any more, and nobody is there."""
    return replace(floor, scan=Scanning())


def _ask(floor: Floor, scan: Scan, article: str, now: Instant) -> Step:
    asked = Asked(scan, article, now.mono + PATIENCE_S)
    asking = replace(floor, scan=replace(floor.scan, asked=asked))
    return Step(show_hint(asking, Hint.CODE_READ, now), (AskArticle(scan),))


def _answer_alone(floor: Floor, asked: Asked, now: Instant) -> Floor:
    """By a price of the shelf that still holds, or an offer of the catalogue: those the screen may tell by itself.

    Where a card was tapped for what stands there already, that stays as it was told.
    """
    if asked.scan.credential:
        return show_hint(replace(floor, scan=replace(floor.scan, asked=None)), Hint.NOT_SAVED, now)
    prices = floor.shelf.prices if now.mono < floor.shelf.hold_until else ()
    answer = ScanAnswer(article=next((price for price in prices if price.code == asked.article), None))
    is_known = answer.article or _find_offer(floor, asked.article, now)
    return _find(floor, asked, answer, None if is_known else Miss.UNANSWERED, now)


def _find(floor: Floor, asked: Asked, answer: ScanAnswer, miss: Miss | None, now: Instant) -> Floor:
    scene = Scanned(
        scan=asked.scan.id,
        language=asked.scan.language,
        answer=answer,
        offer=None if miss else _find_offer(floor, asked.article, now),
        miss=miss,
        hint=_BASKET.get(answer.basket),
        larger=wants_larger(floor, now),
    )
    found = Found(scene, asked, now.mono + floor.rules.scanned_s)
    return replace(floor, scan=replace(floor.scan, asked=None, found=found))


def _find_offer(floor: Floor, article: str, now: Instant) -> Offer | None:
    """One for everybody that is for this article."""
    offers = list_offers(floor, now)
    return next((offer for offer in offers if offer.gtin and offer.gtin.zfill(GTIN_DIGITS) == article), None)
