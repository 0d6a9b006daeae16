"""A call for advice as the console tells of it: who stands where, wants what, and who goes there."""

from datetime import datetime, timedelta

from msgspec import Struct

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.words import Words
from kiosk.hub.models.screens.screen_state import CALLED, ScreenState
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

_MINUTE = timedelta(minutes=1)


class CallView(Struct, frozen=True):
    """What the page prints of a call; `mark` tells it from other calls of its screen.

    `offer` is empty where it is none of the store's, `taken` where nobody goes there yet.
    """

    screen: str
    mark: str
    offer: str
    language: str
    moment: str
    waits: str
    taken: str


def view_call(state: ScreenState | None, now: datetime, time_zone: str, words: Words) -> CallView | None:
    """The call at this screen; `None` where nobody calls, or did so long ago that she is gone."""
    if state is None or state.called_at is None or now - state.called_at > CALLED:
        return None
    phrases, speech = words["calls"], choose_words(words["page"]["language"])
    minutes = (now - state.called_at) // _MINUTE
    return CallView(
        screen=state.screen_id,
        mark=state.called_at.isoformat(),
        offer=choose_phrase(state.called_for["title"], words["page"]["language"]),
        language=phrases.get(f"speaks_{state.called_for['language']}", ""),
        moment=format_moment(state.called_at, now, time_zone, speech),
        waits=phrases["waits"].format(minutes=minutes) if minutes > 0 else phrases["waits_not"],
        taken=phrases["taken"].format(person=state.call_taken_by) if state.call_taken_by else "",
    )
