"""When the board's bulletin comes on the glass, and when it goes: above offers, the loop and a tap's answer."""

from datetime import timedelta

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.effects import AnnounceShown
from kiosk.core.events import BoardChanged
from kiosk.core.floor import Floor
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Notice
from kiosk.core.glass.scene_change import bring_on, look_again
from kiosk.core.glass.showing import Showing
from kiosk.core.notice.bulletin import Bulletin
from kiosk.core.notice.posted import Posted
from kiosk.core.step import Step

STEADY_S = 1.0
"""A notice stands at least so long: a stream of them must not flash, three times a second at most (WCAG 2.3.1)."""

LOOK_AGAIN_S = 30.0
"""How often the end of a notice is looked for: the wall clock that it goes by may be set meanwhile."""


def hang(floor: Floor, event: BoardChanged) -> Floor:
    """Take in what hangs on the board now."""
    return replace(floor, notice=Posted(event.board, event))


def show_notice(floor: Floor, now: Instant) -> Step | None:
    """Bring on the bulletin that is due, or let the one on the glass stay; `None`: the glass is free for the rest."""
    due = floor.notice.board.choose(now.wall)
    shown = floor.scene if isinstance(floor.scene, Notice) else None
    if shown is None:
        return _show(floor, due, now) if due else None
    if due and shown.bulletin == due:
        return Step(_mark_told(floor, look_again(floor.glass, _reckon_end(due, now))))
    steady_until = floor.glass.showing.since + STEADY_S
    if now.mono < steady_until:
        return Step(replace(floor, glass=look_again(floor.glass, steady_until)))
    return _show(floor, due, now) if due else None


def _show(floor: Floor, bulletin: Bulletin, now: Instant) -> Step:
    language, news = floor.rules.languages[0], floor.notice.news
    texts = bulletin.choose_texts(floor.rules.languages)
    notice = Notice(bulletin, texts, language, now.fresh_id)
    shown = _mark_told(floor, bring_on(floor.glass, Showing(notice, now.mono, until=_reckon_end(bulletin, now))))
    # What comes on because a graver one ended was not brought on by a message but by the clock.
    heard_at, trigger = (news.heard_at, news.trigger) if news else (now.mono, None)
    return Step(shown, (AnnounceShown(now.fresh_id, None, None, "notice", heard_at, trigger),))


def _mark_told(floor: Floor, glass: Glass) -> Floor:
    """With this glass, which shows what hangs on the board."""
    return replace(floor, glass=glass, notice=Posted(floor.notice.board))


def _reckon_end(bulletin: Bulletin, now: Instant) -> float:
    """When to look whether it is over, in monotonic seconds."""
    if bulletin.until is None:
        return NEVER
    return now.mono + min(LOOK_AGAIN_S, (bulletin.until - now.wall) / timedelta(seconds=1))
