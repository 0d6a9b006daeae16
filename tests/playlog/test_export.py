import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.playlog.entry import Accepted, Entry, Kept, Showing
from kiosk.playlog.export import Play, Span, gather_plays, write_csv, write_jsonl

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
POSTER = Showing("i-1", AT, 8.0, "loop", None, "poster")
BOOTS = Showing("i-2", AT + timedelta(seconds=8), 12.5, "proximity", "boots", None, taps=2)
LOG: tuple[Entry, ...] = (POSTER, Kept("i-2", "b-1"), Kept("i-2", "b-2"), BOOTS, Accepted("b-2"))


def test_each_showing_is_a_row_with_what_followed() -> None:
    assert gather_plays(LOG, Span(), BERLIN) == [
        Play("2026-11-22T10:00:00.000+01:00", 8.0, "loop", None, "poster", "i-1", 0, 0, 0),
        Play("2026-11-22T10:00:08.000+01:00", 12.5, "proximity", "boots", None, "i-2", 2, 2, 1),
    ]


def test_a_line_of_the_ticker_is_a_row_that_says_so() -> None:
    hours = Showing("i-3", AT, 3600.0, "loop", None, "hours", place="ticker")
    out = StringIO(newline="")
    write_csv(gather_plays((POSTER, hours), Span(), BERLIN), out)
    rows = list(csv.DictReader(StringIO(out.getvalue(), newline="")))
    assert [(row["item"], row["place"]) for row in rows] == [("poster", "main"), ("hours", "ticker")]


@pytest.mark.parametrize(
    ("span", "impressions"),
    [
        (Span(), ["i-1", "i-2"]),
        (Span(since=AT), ["i-1", "i-2"]),
        (Span(since=AT + timedelta(seconds=1)), ["i-2"]),
        (Span(until=AT + timedelta(seconds=8)), ["i-1"]),
        (Span(until=AT), []),
    ],
)
def test_a_span_has_its_beginning_and_not_its_end(span: Span, impressions: list[str]) -> None:
    assert [play.impression for play in gather_plays(LOG, span, BERLIN)] == impressions


def test_what_followed_counts_however_late_it_came() -> None:
    (play,) = gather_plays(LOG, Span(since=BOOTS.at, until=BOOTS.at + timedelta(seconds=1)), BERLIN)
    assert (play.kept, play.accepted) == (2, 1)


def test_csv_has_a_header_and_a_row_for_each() -> None:
    out = StringIO(newline="")
    write_csv(gather_plays(LOG, Span(), BERLIN), out)
    rows = list(csv.DictReader(StringIO(out.getvalue(), newline="")))
    assert [(row["item"], row["offer"], row["accepted"]) for row in rows] == [("poster", "", "0"), ("", "boots", "1")]


def test_json_lines_are_as_many_as_there_are_showings() -> None:
    out = StringIO()
    write_jsonl(gather_plays(LOG, Span(), BERLIN), out)
    assert [json.loads(line)["seconds"] for line in out.getvalue().splitlines()] == [8.0, 12.5]


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=20))
def test_no_cell_is_a_formula(first: str, rest: str) -> None:
    out = StringIO(newline="")
    showing = Showing("i", AT, 1.0, "loop", f"{first}{rest}", f"{first}{rest}")
    write_csv(gather_plays([showing], Span(), BERLIN), out)
    _, row = csv.reader(StringIO(out.getvalue(), newline=""))
    assert row[3] == row[4] == f"'{first}{rest}"
