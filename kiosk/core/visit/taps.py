"""What a tap comes to: one bookmark for the offer that was on screen at that instant."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from kiosk.contract.bookmark import Bookmark, BookmarkAnswer, StampCount
from kiosk.contract.check_in import CheckIn
from kiosk.contract.direction import Direction
from kiosk.contract.instant import Instant
from kiosk.contract.place import EXIT
from kiosk.core.effects import AnnounceTap, SaveBookmark, SendCheckIn, TapOutcome
from kiosk.core.events import CardRefused, CardTapped
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.scene import Hint, Notice, Offering, Saved, tell_offer
from kiosk.core.glass.scene_change import bring_on, change_scene
from kiosk.core.glass.showing import Showing
from kiosk.core.scan.guest import expect_guest
from kiosk.core.step import Step
from kiosk.core.tap_problem import TapProblem
from kiosk.core.touch.presence import note_presence, wants_larger
from kiosk.core.visit.arrivals import report_at_desk
from kiosk.core.visit.greeted import Greeted, add_greeted, find_greeted
from kiosk.core.visit.kept import Kept, add_kept, change_kept, find_bookmark, find_kept
from kiosk.core.visit.visit import mark_waiting

MOST_STAMPS = 12
"""More marks than that could not be told apart on a card."""
LONGEST_WAY = 120
"""Letters: a way that takes longer to tell is none for the glass."""
_ANSWERS = {
    TapProblem.TORN: (Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
    TapProblem.UNREADABLE: (Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
    TapProblem.RANDOM_ID: (Hint.USE_CODE, TapOutcome.REFUSED),
    TapProblem.NOT_LOYALTY: (Hint.USE_CODE, TapOutcome.REFUSED),
}


def take_tap(floor: Floor, event: CardTapped, now: Instant) -> Step:
    """Order the bookmark to be written, or say why there is none; where it greets, who could keep nothing is there."""
    showing = floor.glass.find_showing(event.felt_at)
    offer = tell_offer(showing.scene) if showing else None
    if showing is None or offer is None or not offer.bookmarkable:
        announce = AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, event.felt_at)
        if floor.visit.place:
            return _greet_card(floor, event, announce, now)
        return Step(show_hint(floor, Hint.NOTHING_TO_SAVE, now), (announce,))
    earlier = find_kept(floor.visit.kept, event.credential, offer.id, now.mono - floor.rules.cooldown_s)
    if earlier is None:
        bookmark = _make_bookmark(floor, showing, offer.id, event, now)
        kept = add_kept(floor.visit.kept, Kept(bookmark, offer, event.felt_at))
        return Step(_set_kept(floor, kept), (SaveBookmark(bookmark, event.card),))
    if not earlier.saved:
        return Step(floor)
    announce = AnnounceTap(earlier.bookmark.id, offer.id, TapOutcome.SAVED, event.felt_at)
    here = report_at_desk(floor, earlier, event.felt_at, now)
    return Step(_show_saved(floor, earlier, now, again=True), (announce, *here))


def refuse_tap(floor: Floor, event: CardRefused, now: Instant) -> Step:
    """Say what to do instead, to somebody whose card or phone could keep nothing."""
    hint, outcome = _ANSWERS[event.problem]
    return Step(show_hint(floor, hint, now), (AnnounceTap(None, None, outcome, event.felt_at),))


def confirm_tap(floor: Floor, bookmark_id: str, now: Instant) -> Step:
    """The bookmark is on disk: now, and not before, the glass says so."""
    found = find_bookmark(floor.visit.kept, bookmark_id)
    if found is None:
        return Step(floor)
    kept = replace(found, saved=True)
    announce = AnnounceTap(bookmark_id, kept.offer.id, TapOutcome.SAVED, kept.felt_at)
    all_kept, shown = change_kept(floor.visit.kept, kept), floor.visit.shown.hold(kept.offer)
    held = replace(expect_guest(floor, bookmark_id, now), visit=replace(floor.visit, kept=all_kept, shown=shown))
    return Step(_show_saved(held, kept, now, again=False), (announce,))


def regret_tap(floor: Floor, bookmark_id: str, now: Instant) -> Step:
    """The bookmark could not be written: nothing was kept, and the glass says so."""
    found = find_bookmark(floor.visit.kept, bookmark_id)
    if found is None:
        return Step(floor)
    left = _set_kept(floor, tuple(kept for kept in floor.visit.kept if kept is not found))
    announce = AnnounceTap(None, found.offer.id, TapOutcome.REFUSED, found.felt_at)
    return Step(show_hint(left, Hint.NOT_SAVED, now), (announce,))


def take_answer(floor: Floor, answer: BookmarkAnswer, now: Instant) -> Step:
    """The loyalty API took the bookmark: show where the shopper's phone carries on, her stamps, and the way.

    Stamps and the way are told at that moment alone: at a later tap they could be others by then. From now on the
    bookmark says who she is, which at the desk is asked for.
    """
    found = find_bookmark(floor.visit.kept, answer.id)
    if found is None:
        return Step(floor)
    answered = _set_kept(floor, change_kept(floor.visit.kept, replace(found, claim_url=answer.claim_url)))
    here = report_at_desk(floor, found, found.felt_at, now)
    scene = floor.scene
    if isinstance(scene, Saved) and scene.bookmark == answer.id:
        told = replace(
            scene,
            claim_url=answer.claim_url,
            stamps=_find_stamps(answer),
            way=_find_direction(answer.way),
            next_stamp=_find_direction(answer.next_stamp),
        )
        return Step(replace(answered, glass=change_scene(floor.glass, told)), here)
    return Step(answered, here)


def _find_stamps(answer: BookmarkAnswer) -> StampCount | None:
    """Her stamps, where there are any, and they can be drawn: what makes no sense is no reason to refuse the rest."""
    stamps = answer.stamps
    return stamps if stamps and 0 < stamps.have <= stamps.of <= MOST_STAMPS else None


def _find_direction(direction: Direction | None) -> Direction | None:
    """One that has a name, and is short enough to be read in passing."""
    if direction is None or not direction.to:
        return None
    phrases = (*direction.to.values(), *direction.way.values())
    return direction if all(len(phrase) <= LONGEST_WAY for phrase in phrases) else None


def _show_saved(floor: Floor, kept: Kept, now: Instant, *, again: bool) -> Floor:
    if isinstance(floor.scene, Notice):
        return floor  # it is kept, and the notice stays where it is
    bookmark, ends_at = kept.bookmark, now.mono + floor.rules.saved_s
    scene = Saved(
        offer=kept.offer,
        language=bookmark.language,
        bookmark=bookmark.id,
        claim_url=kept.claim_url,
        again=again,
        impression=bookmark.impression or "",
        larger=wants_larger(floor, now),
    )
    visit = floor.visit
    if isinstance(floor.scene, Offering):
        visit = mark_waiting(visit, floor.scene.shopper, waiting=True)
    return replace(
        floor,
        visit=visit,
        touch=note_presence(floor, ends_at, now),  # what she browsed waits until this is over
        glass=bring_on(floor.glass, Showing(scene, now.mono, ends_at, ends_at, bookmark.zone)),
    )


def _set_kept(floor: Floor, kept: tuple[Kept, ...]) -> Floor:
    return replace(floor, visit=replace(floor.visit, kept=kept))


def _make_bookmark(floor: Floor, showing: Showing, offer_id: str, event: CardTapped, now: Instant) -> Bookmark:
    scene = showing.scene
    return Bookmark(
        id=now.fresh_id,
        offer=offer_id,
        store=floor.rules.store,
        screen=floor.rules.screen,
        zone=showing.zone,
        impression=scene.impression or None,
        credential=event.credential,
        tapped_at=_tell_time(event, now),
        language=scene.language,
    )


def _greet_card(floor: Floor, event: CardTapped, announce: AnnounceTap, now: Instant) -> Step:
    """Greet her, unless this card was greeted or a greeting stands there that may be hers: then it was just read.

    So it was at an exit, where only a card that proves itself says that its member goes.
    """
    greeting = _choose_greeting(floor, event)
    card = Greeted(event.card or event.credential.value, now.mono, is_card=True)
    is_welcome = floor.scene.hint is greeting or find_greeted(floor.visit.greeted, card.who, now.mono)
    greeted = replace(floor, visit=replace(floor.visit, greeted=add_greeted(floor.visit.greeted, card)))
    hinted = show_hint(greeted, Hint.CARD_READ if is_welcome else greeting, now)
    return Step(hinted, (announce, _make_check_in(floor, event, now)))


def _choose_greeting(floor: Floor, event: CardTapped) -> Hint:
    if floor.visit.place != EXIT:
        return Hint.WELCOME
    return Hint.FAREWELL if event.credential.kind == "sun" else Hint.CARD_READ


def _make_check_in(floor: Floor, event: CardTapped, now: Instant) -> SendCheckIn:
    check_in = CheckIn(
        id=now.fresh_id,
        store=floor.rules.store,
        screen=floor.rules.screen,
        credential=event.credential,
        tapped_at=_tell_time(event, now),
        language=floor.scene.language,
    )
    return SendCheckIn(check_in)


def _tell_time(event: CardTapped, now: Instant) -> datetime:
    return now.wall - timedelta(seconds=max(0.0, now.mono - event.felt_at))
