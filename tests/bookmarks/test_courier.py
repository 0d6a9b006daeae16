import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.backoff import Backoff
from kiosk.bookmarks.courier import LOOK_S, Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.outbox import Count, Outbox
from kiosk.bookmarks.queue import TOKEN_PAUSE_S, Queue
from kiosk.contract.answer import Accepted, Again, Answer, Delivered, Receipt, Refused
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.cloud_event import CloudEvent
from kiosk.core.events import BookmarkAnswered, Event
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.taps import make_answer, make_bookmark, make_event, make_state, save_bookmarks


class Round:
    """A courier before an API that answers each bookmark by `answers`, else well; its clock is turned by hand."""

    def __init__(self, folder: Path) -> None:
        database = Database(folder / "outbox.db")
        self.outbox = Outbox(database)
        self.event_log = EventLog(database)
        self.answers: dict[str, Callable[[], Answer]] = {}
        self.receipt: Receipt = Accepted()
        self.sent = Notebook[str]()
        self.posted = Notebook[Event]()
        self.faults = FaultBook()
        self.now = 0.0
        self.settled = 0
        self.looks = Notebook[float]()
        backoff = Backoff(chance=lambda: 1.0)
        self.courier = Courier(
            outbox=self.outbox,
            queue=Queue(self.outbox, backoff),
            herald=Herald(self.event_log, self._hear, backoff, make_state),
            deliver=self._deliver,
            post=self.posted.write,
            settled=self._note_settled,
            faults=self.faults,
            clock=self._tell_time,
        )

    def _tell_time(self) -> float:
        self.looks.write(self.now)
        return self.now

    def _note_settled(self) -> None:
        self.settled += 1

    def _deliver(self, bookmark: Bookmark) -> Answer:
        self.sent.write(bookmark.id)
        answer = self.answers.get(bookmark.id)
        return answer() if answer else Delivered(make_answer(bookmark))

    def _hear(self, batch: list[CloudEvent]) -> Receipt:
        self.sent.write(f"{len(batch)} events")
        return self.receipt


@pytest.fixture
def walk(tmp_path: Path) -> Round:
    return Round(tmp_path)


def test_a_delivered_bookmark_is_answered_and_gone(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 2))
    assert walk.courier.step() == 0.0
    assert [BookmarkAnswered(make_answer(make_bookmark(1)))] == walk.posted.read()
    assert Count(waiting=0, dead=0) == walk.outbox.count()
    assert walk.courier.step() == LOOK_S


def test_a_refused_bookmark_is_a_dead_letter_and_no_fault_of_the_api(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 3))
    walk.answers["b-1"] = lambda: Refused(404, "offer_unknown")
    walk.courier.step()
    walk.courier.step()
    assert [letter.dead_code for letter in walk.outbox.list_letters()] == ["offer_unknown"]
    assert walk.sent.read() == ["b-1", "b-2"]
    assert walk.faults.read() == [("api", None), ("api", None)]


def test_a_failed_bookmark_waits_aside_and_those_behind_it_go_on(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 3))
    walk.answers["b-1"] = lambda: Again("http_500")
    assert [walk.courier.step() for _ in range(3)] == [0.0, 0.0, 1.0]
    assert walk.sent.read() == ["b-1", "b-2"]
    assert ("api", "http_500") in walk.faults.read()
    del walk.answers["b-1"]
    walk.now = 1.0
    walk.courier.step()
    assert Count(waiting=0, dead=0) == walk.outbox.count()


def test_what_passes_does_not_hide_what_failed_and_still_waits(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 2))
    walk.event_log.add(make_event(1))
    walk.answers["b-1"] = lambda: Again("http_500")
    walk.courier.step()
    walk.courier.step()
    assert walk.sent.read() == ["b-1", "1 events"]
    assert walk.faults.read() == [("api", "http_500")]
    del walk.answers["b-1"]
    walk.now = 1.0
    walk.courier.step()
    assert walk.faults.read() == [("api", "http_500"), ("api", None)]


def test_events_that_failed_are_not_hidden_either(walk: Round) -> None:
    walk.event_log.add(make_event(1))
    walk.receipt = Again("http_500")
    walk.courier.step()
    save_bookmarks(walk.outbox, range(1, 2))
    walk.courier.step()
    assert walk.faults.read() == [("api", "http_500")]


def test_a_server_that_is_away_is_asked_ever_less_often_and_then_gets_all(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 4))
    for number in (1, 2, 3):
        walk.answers[f"b-{number}"] = lambda: Again("unreachable", everyone=True)
    waits: list[float] = []
    for _ in range(6):
        walk.courier.step()
        waits.append(walk.courier.step())
        walk.now += waits[-1]
    assert waits[:5] == [1.0, 2.0, 4.0, 8.0, 10.0]
    walk.answers.clear()
    walk.now += 3600
    for _ in range(3):
        walk.courier.step()
    assert Count(waiting=0, dead=0) == walk.outbox.count()


def test_a_server_that_others_find_back_gets_all_at_once_and_is_well(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 2))
    walk.event_log.add(make_event(1))
    walk.answers["b-1"] = lambda: Again("http_502")
    walk.receipt = Again("http_502")
    assert [walk.courier.step() for _ in range(3)] == [0.0, 0.0, 1.0]
    walk.answers.clear()
    walk.receipt = Accepted()
    walk.courier.relieve()
    assert [walk.courier.step() for _ in range(3)] == [0.0, 0.0, LOOK_S]
    assert walk.sent.read() == ["b-1", "1 events", "b-1", "1 events"]
    assert walk.faults.read()[-1] == ("api", None)


def test_a_refused_token_costs_one_dead_letter_a_minute_and_not_the_outbox(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 4))
    walk.event_log.add(make_event(1))
    for number in (1, 2, 3):
        walk.answers[f"b-{number}"] = lambda: Refused(401, "token_unknown")
    for _ in range(5):
        walk.courier.step()
    assert walk.sent.read() == ["b-1"]
    assert walk.faults.read() == [("api", "token_refused")]
    walk.now = TOKEN_PAUSE_S
    walk.courier.step()
    assert walk.sent.read() == ["b-1", "b-2"]


def test_events_are_told_when_no_bookmark_is_due(walk: Round) -> None:
    walk.event_log.add(make_event(1))
    save_bookmarks(walk.outbox, range(1, 2))
    assert [walk.courier.step() for _ in range(3)] == [0.0, 0.0, LOOK_S]
    assert walk.sent.read() == ["b-1", "1 events"]


def test_events_that_fail_hold_up_no_bookmark(walk: Round) -> None:
    walk.event_log.add(make_event(1))
    walk.receipt = Again("http_500")
    walk.courier.step()
    save_bookmarks(walk.outbox, range(1, 2))
    walk.courier.step()
    assert walk.sent.read() == ["1 events", "b-1"]


def test_the_thread_sets_out_at_a_nudge_and_stops_at_once(walk: Round) -> None:
    walk.courier.start()
    save_bookmarks(walk.outbox, range(1, 2))
    walk.courier.nudge()
    walk.posted.wait_for(BookmarkAnswered(make_answer(make_bookmark(1))))
    walk.courier.stop()
    assert "courier" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.allow_log("courier stumbled: ZeroDivisionError")
def test_a_stumble_ends_neither_the_thread_nor_the_bookmark(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 2))
    walk.answers["b-1"] = lambda: Again(str(1 // 0))
    walk.courier.start()
    walk.sent.wait_for("b-1")
    walk.answers.clear()
    walk.now = 100.0
    walk.courier.nudge()
    walk.sent.wait_for("b-1", times=2)
    walk.courier.stop()
    assert Count(waiting=0, dead=0) == walk.outbox.count()


@pytest.mark.allow_log("outbox.db cannot be used .*: check the disk")
def test_a_state_folder_that_cannot_be_used_is_said_in_its_own_sentence_and_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder")
    walk = Round(tmp_path / "state")
    walk.courier.start()
    for times in range(1, 4):
        walk.looks.wait_for(0.0, times)
        walk.courier.nudge()
    walk.courier.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "outbox.db cannot be used (FileExistsError): check the disk"
    ]


def test_it_says_when_a_bookmark_left_the_line_delivered_or_dead(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 3))
    walk.answers["b-2"] = lambda: Refused(404, "offer_unknown")
    walk.courier.step()
    walk.courier.step()
    assert walk.settled == 2
    assert walk.outbox.count() == Count(0, 1)


def test_a_thread_that_comes_to_after_another_took_its_place_says_nothing(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(1, 2))

    def hang() -> Answer:
        walk.answers.clear()
        walk.now = 100.0
        walk.courier.step()  # as the one in its place
        return Delivered(make_answer(make_bookmark(1)))

    walk.answers["b-1"] = hang
    walk.courier.step()
    walk.courier.step()
    assert walk.sent.read() == ["b-1", "b-1"]
    assert walk.posted.read() == [BookmarkAnswered(make_answer(make_bookmark(1)))]
