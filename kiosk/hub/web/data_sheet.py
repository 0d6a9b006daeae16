"""All that the hub has of a member as a page that she can read anywhere: without a script, a link or a picture."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from msgspec import Struct

from kiosk.hub.domain.member_data.export import MemberExport, Row
from kiosk.hub.text.data_words import DataWords, read_data_words
from kiosk.hub.text.moment import format_day, format_time
from kiosk.hub.text.profile_words import PROFILE_WORDS
from kiosk.hub.text.words import Words, choose_words
from kiosk.hub.web.finding_view import view_membership
from kiosk.hub.web.page import render_text

_MUTE = frozenset(
    {
        *("conversation_id", "message_id", "posting_id", "account_id", "bookmark_id", "offer_id", "impression", "key"),
        *(
            "owner",
            "person_key",
            "reverses_id",
            "loser_key",
            "winner_key",
            "moved",
            "id",
            "was_known",
            "due_at",
            "tries",
        ),
        *("is_awaited", "fingerprint"),
    }
)
"""Columns whose values say nothing to people; the file for programs has them."""
_RETOLD = frozenset({"ledger_postings"})
"""What other tables tell better: the amounts of her postings tell what they were for."""
_FIRST = ("offer", "text", "steps")
"""The columns that people look for first."""
_NOTHING: tuple[object, ...] = (None, "", [], {})


class Section(Struct, frozen=True):
    """One table: its heading, the names of its columns, and its rows; without columns the note says how many."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


class _Pen(Struct, frozen=True):
    """Writes values as people of this language and time zone read them."""

    phrases: DataWords
    words: Words
    time_zone: str

    def write(self, value: object) -> str:
        """The value in words, whatever a column has."""
        if isinstance(value, Mapping):
            parts = cast("Mapping[str, object]", value)
            return "; ".join(f"{self.phrases.name_column(key)}: {self.write(part)}" for key, part in parts.items())
        if isinstance(value, list | tuple):
            return ", ".join(self.write(part) for part in cast("Sequence[object]", value))
        return self._write_one(value)

    def _write_one(self, value: object) -> str:
        match value:
            case None:
                return ""
            case bool():
                return self.phrases.page["yes" if value else "no"]
            case datetime():
                return f"{format_day(value, self.time_zone, self.words)}, {format_time(value, self.time_zone)}"
            case _:
                return str(value)


def render_sheet(export: MemberExport, time_zone: str) -> str:
    """The page, in the language that the export was made for; times are the store's."""
    words = choose_words(export.language)
    pen = _Pen(read_data_words(words.language), words, time_zone)
    memberships = export.derived.memberships if export.derived else ()
    values = {
        "export": export,
        "phrases": pen.phrases,
        "made": pen.write(export.made_at),
        "sections": [_view(table, rows, pen) for table, rows in export.parts.items() if table not in _RETOLD],
        "memberships": [view_membership(one, PROFILE_WORDS[words.language]) for one in memberships],
    }
    return render_text("data_sheet.html", words, values)


def _view(table: str, rows: Sequence[Row], pen: _Pen) -> Section:
    heading = pen.phrases.name_table(table)
    names = dict.fromkeys(name for row in rows for name in (*_FIRST, *row) if name in row and name not in _MUTE)
    told = [name for name in names if any(row.get(name) not in _NOTHING for row in rows)]
    if not told:
        return Section(heading, (), (), pen.phrases.page["hashed"].format(count=len(rows)))
    cells = [[pen.write(row.get(name)) for name in told] for row in rows]
    return Section(heading, [pen.phrases.name_column(name) for name in told], cells)
