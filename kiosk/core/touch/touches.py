"""What a touch comes to, and a key: whoever stands at the glass says by it what she wants."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.effects import CallAdvisor
from kiosk.core.events import Touched
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.scene import Browsing, Comfort, Hint, Notice, Saved, Scanned, tell_offer
from kiosk.core.glass.scene_change import end_scene, keep_on
from kiosk.core.scan.scans import end_scanning
from kiosk.core.staging import settle
from kiosk.core.step import Step
from kiosk.core.touch.browse import Browse
from kiosk.core.touch.pages import turn_page
from kiosk.core.touch.presence import browse_no_more, browse_on, note_presence, wants_larger
from kiosk.core.wish import Wish

STRIKE_S = 0.5
"""A second touch of the same control within so long was the hand's, not the will's. Source: EN 301 549, 5.8."""

TURNS = frozenset({Wish.NEXT, Wish.PREVIOUS})
"""Controls that are meant to be touched many times in a row."""

CHANGE_S = 1 / 6
"""The glass changes no faster, for there and back again is a flash: three of them in a second at most (WCAG 2.3.1, at
EN 301 549 11.2.3.1)."""

CALL_EVERY_S = 60.0
"""A second call within so long calls nobody: somebody was told already."""


def take_touch(floor: Floor, event: Touched, now: Instant) -> Step:
    """Do what is wished; under a notice there is nothing to wish for."""
    if isinstance(floor.scene, Notice):
        return Step(floor)
    if _comes_too_soon(floor.touch.last, event):
        return settle(replace(floor, touch=note_presence(floor, now.mono, now)), now)
    heeded = replace(floor, touch=replace(floor.touch, last=event))
    if event.wish is Wish.LEAVE:
        return settle(_make_way(end_scanning(browse_no_more(heeded, now))), now)
    if isinstance(floor.scene, Saved) and event.wish is Wish.STAY:
        return Step(_stay_saved(heeded, now))
    return _serve(heeded, event.wish, now)


def _serve(floor: Floor, wish: Wish, now: Instant) -> Step:
    browse = replace(floor.touch.browse or _open_browse(floor, wish, now), touched_at=now.mono)
    touched = browse_on(floor, browse)
    if not isinstance(floor.scene, Browsing):
        return settle(_make_way(touched), now)
    if wish is Wish.ADVISOR:
        return _call_advisor(touched, floor.scene, now)
    return settle(browse_on(touched, _fulfil(touched, browse, wish, now)), now)


def _comes_too_soon(last: Touched | None, event: Touched) -> bool:
    if last is None:
        return False
    is_again = last.wish is event.wish and event.wish not in TURNS
    return event.felt_at - last.felt_at < (STRIKE_S if is_again else CHANGE_S)


def _open_browse(floor: Floor, wish: Wish, now: Instant) -> Browse:
    """It begins at the offer on the glass, in the language of what stands there, and aloud for who asked for that."""
    offer = tell_offer(floor.scene)
    comfort = Comfort(larger=wants_larger(floor, now), read=wish is Wish.READ)
    return Browse(offer.id if offer else "", floor.scene.language, comfort=comfort)


def _make_way(floor: Floor) -> Floor:
    """What she touched was a kept offer, or an article that was scanned: she is done with it."""
    if isinstance(floor.scene, Scanned):
        return replace(floor, scan=replace(floor.scan, found=None))
    return replace(floor, glass=end_scene(floor.glass)) if isinstance(floor.scene, Saved) else floor


def _stay_saved(floor: Floor, now: Instant) -> Floor:
    """Who has not done with the code yet gets its whole time again, and what she browsed waits for her."""
    ends_at = now.mono + floor.rules.saved_s
    stayed = keep_on(floor.glass, floor.scene, ends_at=ends_at, until=ends_at)
    return replace(floor, glass=stayed, touch=note_presence(floor, ends_at, now))


def _fulfil(floor: Floor, browse: Browse, wish: Wish, now: Instant) -> Browse:
    match wish:
        case Wish.NEXT:
            return turn_page(floor, browse, 1, now)
        case Wish.PREVIOUS:
            return turn_page(floor, browse, -1, now)
        case Wish.LANGUAGE:
            return replace(browse, language=_find_next_language(floor, browse.language))
        case _:
            return replace(browse, comfort=_change_comfort(browse.comfort, wish))


def _change_comfort(comfort: Comfort, wish: Wish) -> Comfort:
    """Each kind is asked for, and given up, by the same control."""
    match wish:
        case Wish.LARGER:
            return replace(comfort, larger=not comfort.larger)
        case Wish.LOWER:
            return replace(comfort, lower=not comfort.lower)
        case Wish.READ:
            return replace(comfort, read=not comfort.read)
        case _:
            return comfort


def _find_next_language(floor: Floor, language: str) -> str:
    spoken = floor.rules.languages
    return spoken[(spoken.index(language) + 1) % len(spoken)] if language in spoken else spoken[0]


def _call_advisor(floor: Floor, scene: Browsing, now: Instant) -> Step:
    """Call somebody, but not again and again: whoever presses twice is told that it was heard."""
    if now.mono < floor.touch.next_call_at:
        return settle(show_hint(floor, Hint.ADVISOR_KNOWS, now), now)
    called = replace(floor, touch=replace(floor.touch, next_call_at=now.mono + CALL_EVERY_S))
    step = settle(show_hint(called, Hint.ADVISOR_CALLED, now), now)
    return Step(step.floor, (*step.effects, CallAdvisor(scene.offer.id, scene.language)))
