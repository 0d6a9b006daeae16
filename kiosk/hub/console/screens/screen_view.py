"""A screen as the console tells of it: how it is in plain words, and what helps."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec import Struct

from kiosk.hub.console.members.call_view import view_call
from kiosk.hub.console.words import Words
from kiosk.hub.domain.screens.screen_report import Told, ToldFault, ToldOutbox
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.screens.screen_state import ScreenState
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

SILENT = timedelta(minutes=5)
"""A screen asks for its catalogue every minute: after so long something is wrong with it, or between us."""
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)

Condition = Literal["well", "trouble", "quiet", "waiting", "revoked"]


class FaultView(Struct, frozen=True):
    """A fault in words, and what to do."""

    what: str
    do: str
    since: str


class ScreenView(Struct, frozen=True):
    """What the page prints of a screen; `told` is `None` where it never told anything."""

    id: str
    condition: Condition
    heard: str
    told: Told | None
    scene: str
    outbox: str
    faults: tuple[FaultView, ...]
    call: str = ""


def view_screen(screen: Screen, state: ScreenState | None, now: datetime, time_zone: str, words: Words) -> ScreenView:
    """How the screen is at `now`."""
    told = msgspec.convert(state.told, Told) if state and state.told_at else None
    return ScreenView(
        id=screen.id,
        condition=_judge(screen, state, told, now),
        heard=_tell_heard(state, now, time_zone, words),
        told=told,
        scene=words["scenes"].get((told and told.scene) or "", words["scenes"]["other"]),
        outbox=_tell_outbox(told.outbox if told else ToldOutbox(), words["screens"]),
        faults=tuple(_tell_fault(fault, now, time_zone, words) for fault in (told.faults if told else ())),
        call=_tell_call(state, now, time_zone, words),
    )


def _judge(screen: Screen, state: ScreenState | None, told: Told | None, now: datetime) -> Condition:
    if screen.revoked_at is not None:
        return "revoked"
    if screen.token_hash is None:
        return "waiting"
    if state is None or now - state.heard_at > SILENT:
        return "quiet"
    return "trouble" if told and told.faults else "well"


def _tell_heard(state: ScreenState | None, now: datetime, time_zone: str, words: Words) -> str:
    phrases = words["screens"]
    if state is None:
        return phrases["never"]
    age = now - state.heard_at
    if age < _MINUTE:
        return phrases["just_now"]
    if age < _HOUR:
        return phrases["minutes"].format(minutes=age // _MINUTE)
    return format_moment(state.heard_at, now, time_zone, choose_words(words["page"]["language"]))


def _tell_call(state: ScreenState | None, now: datetime, time_zone: str, words: Words) -> str:
    """That somebody there wants advice, of what and in which language; empty where nobody does, or is helped."""
    call = view_call(state, now, time_zone, words)
    if call is None or call.taken:
        return ""
    said = words["screens"]["call"].format(moment=call.moment)
    return " · ".join(part for part in (said, call.offer, call.language) if part)


def _tell_outbox(outbox: ToldOutbox, phrases: Mapping[str, str]) -> str:
    name = "outbox_dead" if outbox.dead else "outbox_waiting" if outbox.waiting else "outbox_empty"
    return phrases[name].format(waiting=outbox.waiting, dead=outbox.dead)


def _tell_fault(fault: ToldFault, now: datetime, time_zone: str, words: Words) -> FaultView:
    phrases = words["faults"]
    names = (f"{fault.part}_{fault.code}", fault.part, "other")
    name = next(name for name in names if f"{name}_do" in phrases)
    since = ""
    if fault.since is not None:
        moment = format_moment(fault.since, now, time_zone, choose_words(words["page"]["language"]))
        since = phrases["since"].format(since=moment)
    return FaultView(phrases[name], phrases[f"{name}_do"], since)
