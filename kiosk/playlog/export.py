"""What a person gets of the play log: a row for each showing, joined with what followed."""

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TextIO

import msgspec
from msgspec import Struct, structs

from kiosk.playlog.entry import Accepted, Entry, Kept, Place, Showing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""By what spreadsheets know a formula. Source: OWASP, CSV Injection."""


class Play(Struct, frozen=True):
    """A showing as it is exported: `shown_at` is RFC 3339 with an offset; `kept` and `accepted` count bookmarks."""

    shown_at: str
    seconds: float
    reason: str
    offer: str | None
    item: str | None
    impression: str
    taps: int
    kept: int
    accepted: int
    place: Place = "main"


class Span(Struct, frozen=True):
    """From this moment (aware) on, and before that one; `None`: no bound."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether it lies within."""
        return (self.since is None or moment >= self.since) and (self.until is None or moment < self.until)


def gather_plays(entries: Iterable[Entry], span: Span, zone: tzinfo) -> list[Play]:
    """The showings that began within the span, in the order in which they ended, by the clocks of this zone."""
    showings: list[Showing] = []
    impressions: dict[str, str] = {}
    accepted: set[str] = set()
    for entry in entries:
        match entry:
            case Showing():
                showings.append(entry)
            case Kept():
                impressions[entry.bookmark] = entry.impression
            case Accepted():
                accepted.add(entry.bookmark)
    kept_by = Counter(impressions.values())
    accepted_by = Counter(impression for bookmark, impression in impressions.items() if bookmark in accepted)
    return [
        _describe(showing, zone, kept_by[showing.impression], accepted_by[showing.impression])
        for showing in showings
        if span.holds(showing.at)
    ]


def write_csv(plays: Iterable[Play], out: TextIO) -> None:
    """RFC 4180, with a header; what a spreadsheet would take for a formula begins with an apostrophe."""
    writer = csv.writer(out)
    writer.writerow(Play.__struct_fields__)
    writer.writerows([_disarm(value) for value in structs.astuple(play)] for play in plays)


def write_jsonl(plays: Iterable[Play], out: TextIO) -> None:
    """A JSON object a line."""
    out.writelines(f"{msgspec.json.encode(play).decode()}\n" for play in plays)


def _describe(showing: Showing, zone: tzinfo, kept: int, accepted: int) -> Play:
    return Play(
        shown_at=showing.at.astimezone(zone).isoformat(timespec="milliseconds"),
        seconds=showing.seconds,
        reason=showing.reason,
        offer=showing.offer,
        item=showing.item,
        impression=showing.impression,
        taps=showing.taps,
        kept=kept,
        accepted=accepted,
        place=showing.place,
    )


def _disarm(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
