from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.keeper import Keeper
from kiosk.bookmarks.outbox import Count, Outbox
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkFailed, BookmarkSaved, Event
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.taps import make_bookmark, make_event


class Desk:
    """A keeper with all that it needs; its disk fails while `state` is a file."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "state"
        database = Database(self.state / "outbox.db")
        self.outbox = Outbox(database)
        self.event_log = EventLog(database)
        self.posted = Notebook[Event]()
        self.faults = FaultBook()
        self.nudges = Notebook[str]()
        self.keeper = Keeper(
            self.outbox, self.event_log, self.posted.write, self.faults, lambda: self.nudges.write("nudge")
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.keeper.start()
    yield desk
    desk.keeper.stop()


def test_a_bookmark_is_on_disk_before_it_is_called_saved(desk: Desk) -> None:
    found: list[Count] = []
    keeper = Keeper(desk.outbox, desk.event_log, lambda _: found.append(desk.outbox.count()), desk.faults, lambda: None)
    keeper.start()
    keeper.keep(SaveBookmark(make_bookmark(1)))
    keeper.stop()
    assert [Count(waiting=1, dead=0)] == found


def test_each_save_is_answered_and_sets_the_courier_going(desk: Desk) -> None:
    for number in (1, 2):
        desk.keeper.keep(SaveBookmark(make_bookmark(number)))
    desk.keeper.stop()
    assert [BookmarkSaved("b-1"), BookmarkSaved("b-2")] == desk.posted.read()
    assert desk.nudges.read() == ["nudge", "nudge"]


def test_all_that_was_ordered_is_written_before_the_end(desk: Desk) -> None:
    for number in range(20):
        desk.keeper.keep(SaveBookmark(make_bookmark(number)))
    desk.keeper.stop()
    assert Count(waiting=20, dead=0) == desk.outbox.count()


def test_a_disk_that_fails_is_said_at_once_and_at_each_tap_and_cured_by_a_save(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.state.write_text("in the way")
    desk.keeper.start()
    desk.faults.wait_for(("outbox", "not_saved"))
    desk.keeper.keep(SaveBookmark(make_bookmark(1)))
    desk.posted.wait_for(BookmarkFailed("b-1"))

    desk.state.unlink()
    desk.keeper.keep(SaveBookmark(make_bookmark(1)))
    desk.posted.wait_for(BookmarkSaved("b-1"))
    desk.keeper.stop()
    assert desk.faults.read() == [("outbox", "not_saved"), ("outbox", "not_saved"), ("outbox", None)]


def test_an_event_is_noted(desk: Desk) -> None:
    desk.keeper.note(make_event(1))
    desk.keeper.stop()
    assert [make_event(1)] == desk.event_log.read_batch()[1]


def test_an_event_that_cannot_be_noted_costs_no_bookmark(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.state.write_text("in the way")
    desk.keeper.start()
    desk.keeper.note(make_event(1))
    desk.nudges.wait_for("nudge")
    desk.state.unlink()
    desk.keeper.keep(SaveBookmark(make_bookmark(1)))
    desk.keeper.stop()
    assert [BookmarkSaved("b-1")] == desk.posted.read()


@pytest.mark.allow_log("keeper stumbled: ZeroDivisionError")
def test_a_stumble_costs_no_later_bookmark(desk: Desk) -> None:
    posted = Notebook[Event]()

    def stumble_once(event: Event) -> None:
        posted.write(event)
        if len(posted.read()) == 1:
            raise ZeroDivisionError

    keeper = Keeper(desk.outbox, desk.event_log, stumble_once, desk.faults, lambda: None)
    keeper.start()
    keeper.keep(SaveBookmark(make_bookmark(1)))
    keeper.keep(SaveBookmark(make_bookmark(2)))
    keeper.stop()
    assert [BookmarkSaved("b-1"), BookmarkSaved("b-2")] == posted.read()


def test_who_withdrew_is_not_named_by_what_was_noted_just_before(desk: Desk) -> None:
    desk.keeper.note(structs.replace(make_event(1), data={"shopper": "s_anna"}))
    desk.keeper.note(make_event(2))
    desk.keeper.erase(frozenset({"s_anna"}))
    desk.keeper.stop()

    assert [make_event(2)] == desk.event_log.read_batch()[1]


def test_once_somebody_is_gone_dead_letters_are_to_be_sent_again_and_the_last_card_is_known_no_more(desk: Desk) -> None:
    desk.outbox.save(make_bookmark(1), "card")
    [waiting] = desk.outbox.list_next(0, 1)
    desk.outbox.bury(waiting.sequence, "http_404")
    desk.keeper.review()
    desk.keeper.stop()

    assert Count(waiting=1, dead=0) == desk.outbox.count()
    assert desk.outbox.find_last_card() is None
    assert desk.nudges.read() == ["nudge"]
