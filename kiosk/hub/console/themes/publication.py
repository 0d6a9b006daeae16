"""What was published to which screens, and what each of them said to it, in plain words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from msgspec import Struct

from kiosk.hub.console.words import Words
from kiosk.hub.models.screens.theme_choice import ThemeChoice
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

SLOW = timedelta(seconds=20)
"""After so long without an answer nobody waits in front of the page."""
MOST_SHOWN = 6


class Outcome(Struct, frozen=True):
    """What became of it at one screen; `is_well` once it wears it."""

    screen: str
    what: str
    is_well: bool


class Publication(Struct, frozen=True):
    """One publication; `can_undo` where some screen still wears it, `is_open` while an answer may come any moment."""

    id: str
    title: str
    told: str
    outcomes: tuple[Outcome, ...]
    can_undo: bool
    is_open: bool


class Reading(Struct, frozen=True):
    """When, where and in which words somebody reads it; `titles` are the themes' by their names."""

    titles: Mapping[str, str]
    now: datetime
    time_zone: str
    words: Words


def list_publications(choices: Sequence[ThemeChoice], reading: Reading) -> list[Publication]:
    """The latest publications, the newest first, as `choices` are."""
    newest = _find_newest(choices)
    groups = [list(group) for _, group in groupby(choices, lambda choice: choice.publication)]
    return [_view(group, newest, reading) for group in groups[:MOST_SHOWN]]


def _tell_outcome(choice: ThemeChoice, words: Words) -> Outcome:
    """What became of it at this screen."""
    phrases = words["answers"]
    if choice.answered_at is None:
        what = phrases["told" if choice.sent_at else "untold"]
    elif choice.reason is None:
        what = phrases["well"]
    else:
        what = phrases.get(choice.reason, phrases["other"])
    return Outcome(choice.screen_id, what, choice.answered_at is not None and choice.reason is None)


def _is_waited_for(choice: ThemeChoice, now: datetime) -> bool:
    """Whether its answer may come while somebody looks."""
    return choice.answered_at is None and now - choice.chosen_at < SLOW


def _find_newest(choices: Sequence[ThemeChoice]) -> set[int]:
    newest: dict[str, int] = {}
    for choice in choices:
        newest.setdefault(choice.screen_id, choice.id)
    return set(newest.values())


def _view(group: list[ThemeChoice], newest: set[int], reading: Reading) -> Publication:
    first, words = group[0], reading.words
    title = reading.titles.get(first.theme, first.theme) if first.theme else words["themes"]["settings_own"]
    speech = choose_words(words["page"]["language"])
    moment = format_moment(first.chosen_at, reading.now, reading.time_zone, speech)
    return Publication(
        id=first.publication,
        title=title,
        told=words["themes"]["published_by"].format(moment=moment, person=first.chosen_by),
        outcomes=tuple(_tell_outcome(choice, words) for choice in reversed(group)),
        can_undo=any(choice.id in newest for choice in group),
        is_open=any(choice.id in newest and _is_waited_for(choice, reading.now) for choice in group),
    )
