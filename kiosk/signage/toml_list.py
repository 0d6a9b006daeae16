"""`playlist.toml`: what a manager says of the files in the folder, and the offers and texts that play between them.

Each table is named like a file, which it refines, or like none: then it is an offer or a text of its own, or one for
the ticker. Names give the order of all. Above the tables, `seconds` is the default for all but videos, which play for
their own length, and `epoch` lets screens keep step. A key that is none is refused by name, and changes nothing else.

    seconds = 10

    ["01 autumn.jpg"]
    portrait = "autumn upright.jpg"
    weight = 3
    from = 2026-10-01
    until = 2026-10-31
    dayparts = [{days = ["mon", "tue"], from = "09:00", until = "12:00"}]

    ["02 boots"]
    offer = "o-boots-20"

    ["03 hello"]
    title = {de = "Willkommen", en = "Welcome"}
    text = "Frischer Kaffee im ersten Stock"

    ["04 hours"]
    ticker = "Am Samstag bis 20 Uhr"
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, TypeAlias, cast
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Id, Validity, Words
from kiosk.contract.playlist import Seconds, Weight
from kiosk.signage.listing import MOST_ITEMS, SECONDS, Listing, ListRefused, Refusal, Wish, refuse
from kiosk.signage.names import make_sort_key

ANY_LANGUAGE = "und"
"""A text without a language is for all (ISO 639-2: undetermined)."""


_Keys: TypeAlias = dict[str, object]


class _Head(Struct, frozen=True):
    """Of the file as a whole."""

    seconds: Seconds = SECONDS
    epoch: Any = None


class _Table(Struct, frozen=True):
    """One item; times are dates, or times by the store's clock where they say no other."""

    portrait: str | None = None
    offer: Id | None = None
    title: str | Words = {}
    text: str | Words = {}
    ticker: str | Words = {}
    seconds: Seconds | None = None
    weight: Weight = 1
    priority: int = 0
    dayparts: tuple[Daypart, ...] = ()
    start: Any = field(name="from", default=None)
    until: Any = None


def read_toml_list(raw: bytes, files: Collection[str], zone: ZoneInfo) -> Listing:
    """The listing of these files. Raises `ListRefused`."""
    above, tables = _read_parts(raw)
    try:
        head = msgspec.convert(above, _Head)
        epoch = _read_moment(head.epoch, zone)
    except (ValueError, msgspec.ValidationError) as error:
        raise ListRefused(_tell(error)) from error
    portraits = {name for table in tables.values() if isinstance(name := table.get("portrait"), str)}
    wishes: list[Wish] = []
    refusals = list(islice(_list_strangers(above, tables), MOST_ITEMS))
    for name in sorted({*files, *tables} - portraits, key=make_sort_key):
        try:
            wish = _make_wish(name, tables.get(name, {}), head, is_file=name in files, zone=zone)
            wishes.append(replace(wish, is_named=name in tables))
        except (ValueError, msgspec.ValidationError) as error:
            refusals.append(refuse(name, _tell(error)))
    return Listing(tuple(wishes), tuple(refusals), epoch)


def _read_parts(raw: bytes) -> tuple[_Keys, dict[str, _Keys]]:
    """What stands above the tables, and the tables by name. Raises `ListRefused`."""
    try:
        parts = tomllib.loads(raw.decode())
    except (ValueError, RecursionError) as error:  # also what is no UTF-8
        message = "is not TOML"
        raise ListRefused(message) from error
    tables = {name: cast("_Keys", part) for name, part in parts.items() if isinstance(part, dict)}
    return {name: part for name, part in parts.items() if name not in tables}, tables


def _list_strangers(above: _Keys, tables: Mapping[str, _Keys]) -> Iterator[Refusal]:
    """A refusal for each key that is none."""
    yield from _refuse_unknown("", above, _Head)
    for name, table in tables.items():
        yield from _refuse_unknown(f"{name}: ", table, _Table)


def _refuse_unknown(place: str, table: _Keys, kind: type[Struct]) -> Iterator[Refusal]:
    from difflib import get_close_matches  # noqa: PLC0415 # only what is wrong is compared with what there is

    known = [field.encode_name for field in msgspec.structs.fields(kind)]
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, 1)
            yield refuse(place + key, f"no such key, did you mean {near[0]}?" if near else "no such key")


def _make_wish(name: str, table: _Keys, head: _Head, *, is_file: bool, zone: ZoneInfo) -> Wish:
    """Raises `ValueError`, or the decoder's own error."""
    wanted = msgspec.convert(table, _Table)
    title, ticker = _read_words(wanted.title), _read_words(wanted.ticker)
    if not is_file and not (wanted.offer or title or ticker):
        message = "no file of this name, and neither an offer nor a title nor a ticker"
        raise ValueError(message)
    if ticker and (is_file or wanted.offer or title):
        message = "a ticker is a table of its own: it has neither file nor offer nor title"
        raise ValueError(message)
    return Wish(
        name=name,
        file=name if is_file else None,
        portrait=wanted.portrait,
        offer=wanted.offer,
        title=title,
        text=_read_words(wanted.text),
        ticker=ticker,
        seconds=wanted.seconds,
        usual_seconds=head.seconds,
        valid=Validity(_read_moment(wanted.start, zone), _read_moment(wanted.until, zone, whole_day=True)),
        dayparts=wanted.dayparts,
        priority=wanted.priority,
        weight=wanted.weight,
    )


def _read_words(words: str | Words) -> Words:
    return {ANY_LANGUAGE: words} if isinstance(words, str) else words


def _read_moment(value: object, zone: ZoneInfo, *, whole_day: bool = False) -> datetime | None:
    """An aware time; a date is its first moment, or with `whole_day` the first one after it. Raises `ValueError`."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, date):
        try:
            return datetime.combine(value + timedelta(days=whole_day), time(), zone)
        except OverflowError:
            return None
    message = "from, until and epoch are dates such as 2026-12-24, or times such as 2026-12-24T18:00"
    raise ValueError(message)


def _tell(error: Exception) -> str:
    """A decoder's words name the kind of value and the key, which are ours; a clock's pattern says nothing."""
    what, _, key = str(error).partition(" - at `$.")
    if "matching regex" in what and key.startswith("dayparts"):
        return f"no time such as 08:00 or 24:00: `{key}"
    return str(error).replace(" - at `$.", ": `")
