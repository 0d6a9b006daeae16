"""What a tap comes to: one bookmark for the offer that was on screen at that instant."""

from datetime import timedelta

from msgspec.structs import replace

from kiosk.contract.bookmark import Bookmark, BookmarkAnswer
from kiosk.contract.credential import Credential
from kiosk.contract.instant import Instant
from kiosk.core.effects import AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import CardRefused, CardTapped, TapProblem
from kiosk.core.floor import Floor, Kept
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.scene import Hint, Notice, Offering, Saved, tell_offer
from kiosk.core.glass.scene_change import bring_on, change_scene
from kiosk.core.glass.showing import Showing
from kiosk.core.step import Step
from kiosk.core.visit.arbitration import mark_waiting

MOST_KEPT = 64
"""So many bookmarks are remembered, to answer a second tap by "already kept"."""

_ANSWERS = {
    TapProblem.TORN: (Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
    TapProblem.UNREADABLE: (Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
    TapProblem.RANDOM_ID: (Hint.USE_CODE, TapOutcome.REFUSED),
    TapProblem.NOT_LOYALTY: (Hint.USE_CODE, TapOutcome.REFUSED),
}


def take_tap(floor: Floor, event: CardTapped, now: Instant) -> Step:
    """Order the bookmark to be written, or say why there is none."""
    showing = _find_showing(floor, event.felt_at)
    offer = tell_offer(showing.scene) if showing else None
    if showing is None or offer is None or not offer.bookmarkable:
        announce = AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, event.felt_at)
        return Step(show_hint(floor, Hint.NOTHING_TO_SAVE, now), (announce,))
    earlier = _find_kept(floor, event.credential, offer.id, now)
    if earlier is None:
        bookmark = _make_bookmark(floor, showing, offer.id, event, now)
        kept = (*floor.kept[1 - MOST_KEPT :], Kept(bookmark, offer, event.felt_at))
        return Step(replace(floor, kept=kept), (SaveBookmark(bookmark, event.card),))
    if not earlier.saved:
        return Step(floor)
    announce = AnnounceTap(earlier.bookmark.id, offer.id, TapOutcome.SAVED, event.felt_at)
    return Step(_show_saved(floor, earlier, now, again=True), (announce,))


def refuse_tap(floor: Floor, event: CardRefused, now: Instant) -> Step:
    """Say what to do instead, to somebody whose card or phone could keep nothing."""
    hint, outcome = _ANSWERS[event.problem]
    return Step(show_hint(floor, hint, now), (AnnounceTap(None, None, outcome, event.felt_at),))


def confirm_tap(floor: Floor, bookmark_id: str, now: Instant) -> Step:
    """The bookmark is on disk: now, and not before, the glass says so."""
    found = _find_bookmark(floor, bookmark_id)
    if found is None:
        return Step(floor)
    kept = replace(found, saved=True)
    announce = AnnounceTap(bookmark_id, kept.offer.id, TapOutcome.SAVED, kept.felt_at)
    held = replace(_replace_kept(floor, kept), shown=floor.shown.hold(kept.offer))
    return Step(_show_saved(held, kept, now, again=False), (announce,))


def regret_tap(floor: Floor, bookmark_id: str, now: Instant) -> Step:
    """The bookmark could not be written: nothing was kept, and the glass says so."""
    found = _find_bookmark(floor, bookmark_id)
    if found is None:
        return Step(floor)
    left = replace(floor, kept=tuple(kept for kept in floor.kept if kept is not found))
    announce = AnnounceTap(None, found.offer.id, TapOutcome.REFUSED, found.felt_at)
    return Step(show_hint(left, Hint.NOT_SAVED, now), (announce,))


def take_answer(floor: Floor, answer: BookmarkAnswer) -> Step:
    """The loyalty API took the bookmark: show where the shopper's phone carries on."""
    found = _find_bookmark(floor, answer.id)
    if found is None:
        return Step(floor)
    answered = _replace_kept(floor, replace(found, claim_url=answer.claim_url))
    scene = floor.scene
    if isinstance(scene, Saved) and scene.bookmark == answer.id:
        return Step(change_scene(answered, replace(scene, claim_url=answer.claim_url)))
    return Step(answered)


def _show_saved(floor: Floor, kept: Kept, now: Instant, *, again: bool) -> Floor:
    if isinstance(floor.scene, Notice):
        return floor  # it is kept, and the notice stays where it is
    bookmark, ends_at = kept.bookmark, now.mono + floor.rules.saved_s
    scene = Saved(kept.offer, bookmark.language, bookmark.id, kept.claim_url, again, bookmark.impression or "")
    if isinstance(floor.scene, Offering):
        floor = mark_waiting(floor, floor.scene.shopper, waiting=True)
    browse = replace(floor.browse, touched_at=ends_at) if floor.browse else None  # it waits until this is over
    return bring_on(replace(floor, browse=browse), Showing(scene, now.mono, ends_at, ends_at, bookmark.zone))


def _find_showing(floor: Floor, felt_at: float) -> Showing | None:
    """What was on screen when the card was felt: reading it takes a moment, in which the scene may change."""
    return next((showing for showing in (floor.showing, *floor.earlier) if showing.since <= felt_at), None)


def _find_kept(floor: Floor, credential: Credential, offer_id: str, now: Instant) -> Kept | None:
    oldest = now.mono - floor.rules.cooldown_s
    return next(
        (
            kept
            for kept in floor.kept
            if kept.bookmark.credential == credential and kept.offer.id == offer_id and kept.felt_at >= oldest
        ),
        None,
    )


def _find_bookmark(floor: Floor, bookmark_id: str) -> Kept | None:
    return next((kept for kept in floor.kept if kept.bookmark.id == bookmark_id), None)


def _replace_kept(floor: Floor, changed: Kept) -> Floor:
    kept = tuple(changed if kept.bookmark.id == changed.bookmark.id else kept for kept in floor.kept)
    return replace(floor, kept=kept)


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
        tapped_at=now.wall - timedelta(seconds=max(0.0, now.mono - event.felt_at)),
        language=scene.language,
    )
