from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement, AnnounceShown, AnnounceTap, TapOutcome
from kiosk.playlog.entry import Accepted, Kept, Showing
from kiosk.playlog.journal import FILE_NAME, Journal
from kiosk.playlog.scribe import MOST_PENDING, NOT_SAVED, Scribe
from tests.doubles.notebook import FaultBook
from tests.doubles.shop_floor import CARD

BEGAN = datetime(2026, 11, 22, 9, tzinfo=UTC)
BOOTS = AnnounceShown("i-1", "boots", None, "proximity", heard_at=9.9)
POSTER = AnnounceShown("i-2", None, "poster", "loop", heard_at=17.9)
TAP = AnnounceTap("b-1", "boots", TapOutcome.SAVED, felt_at=12.0)


def make_bookmark(id_: str = "b-1", impression: str | None = "i-1") -> Bookmark:
    return Bookmark(id_, "boots", "berlin", "window-1", "shoes", impression, CARD, BEGAN, "de")


def tell_time(mono: float) -> Instant:
    return Instant(mono, BEGAN + timedelta(seconds=mono), "fresh")


@dataclass
class Desk:
    scribe: Scribe
    folder: Path
    told: list[Showing]
    said: list[tuple[str | None, int]]
    """What was said of, and how many lines the log had by then."""
    faults: FaultBook

    def say(self, said: Announcement, mono: float, late_s: float = 0.5) -> None:
        self.scribe.note(said, mono, tell_time(mono + late_s))


@contextmanager
def open_desk(folder: Path, ends_at: float = 30.0) -> Generator[Desk]:
    told: list[Showing] = []
    said: list[tuple[str | None, int]] = []

    def hear(what: Announcement, _swapped_at: float, _now: Instant) -> None:
        said.append((what.offer, len(list(Journal(folder).read()))))

    faults = FaultBook()
    scribe = Scribe(folder, lambda showing, _now: told.append(showing), lambda: tell_time(ends_at), hear, faults)
    scribe.start()
    yield Desk(scribe, folder, told, said, faults)
    scribe.stop()


def test_each_showing_is_written_and_told_at_its_end_and_the_last_one_when_the_screen_ends(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(BOOTS, 10.0)
        desk.say(POSTER, 18.0)
    boots = Showing("i-1", BEGAN + timedelta(seconds=10), 8.0, "proximity", "boots", None)
    poster = Showing("i-2", BEGAN + timedelta(seconds=18), 12.0, "loop", None, "poster")
    assert list(Journal(tmp_path).read()) == desk.told == [boots, poster]


def test_what_is_said_of_a_showing_is_said_once_the_one_before_it_is_in_the_log(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(BOOTS, 10.0)
        desk.scribe.expect(make_bookmark())
        desk.say(TAP, 12.1)
        desk.say(POSTER, 18.0)
    assert desk.said == [("boots", 0), ("boots", 1), (None, 2)]


def test_what_followed_is_joined_by_the_bookmark_once(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(BOOTS, 10.0)
        desk.scribe.expect(make_bookmark())
        desk.say(TAP, 12.1)
        desk.say(TAP, 14.0)
        desk.scribe.accept("b-1")
    kept, accepted, showing = Journal(tmp_path).read()
    assert (kept, accepted) == (Kept("i-1", "b-1"), Accepted("b-1"))
    assert isinstance(showing, Showing)
    assert showing.taps == 2


def test_a_line_of_the_ticker_is_written_when_it_goes_or_the_screen_ends(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(POSTER, 1.0)
        desk.scribe.note_ticker(("hours", "coffee"), tell_time(5.0))
        desk.scribe.note_ticker(("hours",), tell_time(9.0))
    assert [(showing.item, showing.place, showing.seconds) for showing in desk.told] == [
        ("coffee", "ticker", 4.0),
        ("poster", "main", 29.0),
        ("hours", "ticker", 25.0),
    ]
    assert list(Journal(tmp_path).read()) == desk.told


def test_a_tap_that_kept_nothing_is_a_tap(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(BOOTS, 10.0)
        desk.say(AnnounceTap(None, None, TapOutcome.UNREADABLE, 11.0), 11.1)
    assert [showing.taps for showing in desk.told] == [1]


def test_bookmarks_that_are_never_answered_do_not_pile_up(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        for number in range(MOST_PENDING + 1):
            desk.scribe.expect(make_bookmark(f"b-{number}"))
        desk.scribe.expect(make_bookmark("b-x", impression=None))
        desk.say(AnnounceTap("b-0", "boots", TapOutcome.SAVED, 1.0), 1.1)
        desk.say(AnnounceTap(f"b-{MOST_PENDING}", "boots", TapOutcome.SAVED, 1.0), 1.2)
    assert list(Journal(tmp_path).read()) == [Kept("i-1", f"b-{MOST_PENDING}")]


def test_no_card_is_in_the_file(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.say(BOOTS, 10.0)
        desk.scribe.expect(make_bookmark())
        desk.say(TAP, 12.1)
    assert CARD.value not in (tmp_path / FILE_NAME).read_text()


@pytest.mark.allow_log("the play log could not be written")
def test_a_disk_that_takes_nothing_is_named_once_and_the_events_still_go(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder")
    with open_desk(tmp_path / "state") as desk:
        for number in range(10):
            desk.say(BOOTS, 10.0 + number)
        desk.faults.wait_for(("outbox", NOT_SAVED))
        (tmp_path / "state").unlink()
        desk.say(POSTER, 20.0)
    assert len(desk.told) == 11
    assert desk.faults.read() == [("outbox", NOT_SAVED), ("outbox", None)]
    assert len(caplog.records) == 1


@pytest.mark.allow_log("playlog stumbled: ZeroDivisionError")
def test_one_note_that_fails_costs_no_other(tmp_path: Path) -> None:
    told: list[Showing] = []

    def tell(showing: Showing, _now: Instant) -> None:
        told.append(showing)
        if len(told) == 1:
            raise ZeroDivisionError

    scribe = Scribe(tmp_path, tell, lambda: tell_time(30.0), lambda _said, _swapped_at, _now: None, FaultBook())
    scribe.start()
    for mono in (1.0, 2.0, 3.0):
        scribe.note(BOOTS, mono, tell_time(mono))
    scribe.stop()
    assert len(told) == 3
    assert len(list(Journal(tmp_path).read())) == 2
