"""Conditions of an audience as a form has them: a row for each, with its group, what it asks for and its bounds."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct
from starlette.datastructures import FormData

from kiosk.contract.daypart import DAYS, Day, Daypart
from kiosk.contract.rule import Condition, Rule, Rules, Visits
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.form.segments import split_names
from kiosk.hub.console.words import LANGUAGES, choose_console_words
from kiosk.hub.models.conversation.message import clean_text

GROUPS = ("all", "any", "none")
KINDS = ("visits", "interest", "language", "zone", "time")
MOST_ROWS = 24
_ROWS, _LONGEST = 2, 500
_PERCENT = 100
_TO = "\N{EN DASH}"
_VISITS = re.compile(r"(\d{1,6})(?:\s*-\s*(\d{1,6}))?")
_INTEREST = re.compile(r"(.+?)[\s,]+(\d{1,3})\s*%?")
_TIME = re.compile(r"(?P<days>[^\d]*?)\s*(?:(?P<from>\d\d?:\d\d)\s*-\s*(?P<until>\d\d?:\d\d))?")


class Row(Struct, frozen=True):
    """One row as it is typed."""

    group: str = GROUPS[0]
    kind: str = ""
    value: str = ""


def read_rows(form: FormData) -> tuple[Row, ...]:
    """The rows of the form in which anything is typed."""
    rows = (
        Row(
            get_text(form, f"condition_group_{number}"),
            get_text(form, f"condition_kind_{number}"),
            " ".join(clean_text(get_text(form, f"condition_value_{number}")[:_LONGEST]).split()),
        )
        for number in range(MOST_ROWS)
    )
    return tuple(row for row in rows if row.kind or row.value)


def fill_up(rows: Sequence[Row]) -> tuple[Row, ...]:
    """These rows, and blank ones below; never more than can be read."""
    return (*rows, *(Row(),) * max(1, _ROWS - len(rows)))[:MOST_ROWS]


def type_conditions(rules: Rules, language: str) -> tuple[Row, ...]:
    """The rows that say these rules, as far as a row can."""
    return tuple(
        Row(group, *typed)
        for group in GROUPS
        for rule in getattr(rules, group)
        if isinstance(rule, Condition) and (typed := _type(rule, language))
    )


def list_deeper(rules: Sequence[Rule]) -> tuple[Condition, ...]:
    """Those of the rules that neither a name nor a row can say."""
    return tuple(rule for rule in rules if isinstance(rule, Condition) and _type(rule, LANGUAGES[0]) is None)


def read_condition(row: Row, kept: Rules) -> Condition | None:
    """The condition that a row says, to the letter where it stands as it is kept; `None`: it says none."""
    if row.group not in GROUPS or row.kind not in KINDS:
        return None
    for rule in getattr(kept, row.group):
        if isinstance(rule, Condition) and any(_type(rule, one) == (row.kind, row.value) for one in LANGUAGES):
            return rule
    stated = _READERS[row.kind](row.value.replace(_TO, "-"))
    try:
        return msgspec.convert(stated, Condition) if stated else None
    except msgspec.ValidationError:
        return None


def _type(rule: Condition, language: str) -> tuple[str, str] | None:
    """The kind and the value; `None`: it is a group, or asks for what no screen knows."""
    match rule:
        case Condition(visits=Visits(at_least=least, at_most=most)):
            return "visits", str(least) if most is None else f"{least}{_TO}{most}"
        case Condition(interest=str(name), at_least=float() | int() as share):
            return "interest", f"{name} {round(share * _PERCENT)} %"
        case Condition(language=tuple(codes)):
            return "language", ", ".join(codes)
        case Condition(zone=tuple(zones)):
            return "zone", ", ".join(zones)
        case Condition(time=Daypart() as part):
            return "time", type_time(part, language)
        case _:
            return None


def type_time(part: Daypart, language: str) -> str:
    """A window of the week in a line."""
    names = choose_console_words(language)["windows"]
    days = ", ".join(names[day] for day in part.days)
    clocks = "" if part == Daypart(days=part.days) else f"{part.start[:5]}{_TO}{part.until[:5]}"
    return f"{days} {clocks}".strip() or f"00:00{_TO}24:00"


def _read_visits(text: str) -> dict[str, Any] | None:
    found = _VISITS.fullmatch(text)
    if found is None:
        return None
    least, most = int(found[1]), int(found[2]) if found[2] else None
    return {"visits": {"at_least": least, "at_most": most}} if most is None or least <= most else None


def _read_interest(text: str) -> dict[str, Any] | None:
    found = _INTEREST.fullmatch(text)
    return {"interest": " ".join(found[1].split()), "at_least": int(found[2]) / _PERCENT} if found else None


def _read_time(text: str) -> dict[str, Any] | None:
    found = _TIME.fullmatch(text)
    days = _read_days(found["days"]) if found else None
    clocks = {name: found[name].zfill(5) for name in ("from", "until") if found and found[name]}
    return None if days is None or not (days or clocks) else {"time": {"days": days, **clocks}}


def _read_days(text: str) -> list[Day] | None:
    """The weekdays, also from one to another; `None` where one is none."""
    days: list[Day] = []
    for part in re.split(r"[,\s]+", re.sub(r"\s*-\s*", "-", text).strip(" ,")):
        names = [_map_days().get(name.casefold()) for name in part.split("-")] if part else []
        places = [DAYS.index(name) for name in names if name]
        if len(places) < len(names) or len(names) > 2 or (places and places[0] > places[-1]):  # noqa: PLR2004 # from, to
            return None
        days += DAYS[places[0] : places[-1] + 1] if places else ()
    return days


@cache
def _map_days() -> dict[str, Day]:
    """The weekdays by what they are called, in every language of the console."""
    return {choose_console_words(one)["windows"][day].casefold(): day for one in LANGUAGES for day in DAYS}


_READERS: Mapping[str, Callable[[str], dict[str, Any] | None]] = MappingProxyType(
    {
        "visits": _read_visits,
        "interest": _read_interest,
        "language": lambda text: {"language": split_names(text.lower())},
        "zone": lambda text: {"zone": split_names(text)},
        "time": _read_time,
    }
)
