from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.backoff import Backoff
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import BATCH, EventLog
from kiosk.bookmarks.herald import CALL_LASTS_S, Herald
from kiosk.contract.answer import Accepted, Again, Receipt, Refused
from kiosk.contract.cloud_event import CloudEvent
from tests.doubles.taps import make_event, make_state


class Listener:
    """An API that gives the answers laid out for it."""

    def __init__(self, *answers: Receipt) -> None:
        self.heard: list[list[CloudEvent]] = []
        self._answers = list(answers)

    def hear(self, batch: list[CloudEvent]) -> Receipt:
        self.heard.append(batch)
        return self._answers.pop(0)


@pytest.fixture
def log(tmp_path: Path) -> EventLog:
    return EventLog(Database(tmp_path / "outbox.db"))


def make_herald(log: EventLog, listener: Listener, ask_state: Callable[[], CloudEvent] = make_state) -> Herald:
    return Herald(log, listener.hear, Backoff(chance=lambda: 1.0), ask_state)


def test_all_events_are_told_once_batch_by_batch(log: EventLog) -> None:
    for number in range(BATCH + 5):
        log.add(make_event(number))
    listener = Listener(Accepted(), Accepted())
    herald = make_herald(log, listener)
    assert [Accepted(), Accepted(), None] == [herald.tell(0) for _ in range(3)]
    assert [len(batch) for batch in listener.heard] == [BATCH, 5]


def test_a_batch_that_failed_is_told_again_later(log: EventLog) -> None:
    log.add(make_event(1))
    listener = Listener(Again("http_500"), Again("http_500", after=30), Accepted())
    herald = make_herald(log, listener)
    assert herald.tell(0) == Again("http_500")
    assert herald.tell(0.9) is None
    assert herald.tell(1) == Again("http_500", after=30)
    assert herald.tell(30.9) is None
    assert herald.tell(31) == Accepted()


@pytest.mark.parametrize(("asked", "tells"), [(None, True), (30, False)])
def test_a_server_that_is_back_is_told_at_once_unless_it_asked_for_a_pause(
    log: EventLog, asked: float | None, *, tells: bool
) -> None:
    log.add(make_event(1))
    herald = make_herald(log, Listener(Again("http_500", after=asked), Accepted()))
    herald.tell(0)
    herald.relieve(0.1)
    assert (herald.tell(0.1) is not None) == tells


def test_a_batch_that_nobody_wants_is_dropped(log: EventLog) -> None:
    log.add(make_event(1))
    herald = make_herald(log, Listener(Refused(404, "not_found")))
    assert herald.tell(0) == Refused(404, "not_found")
    assert herald.tell(0) is None


def test_a_batch_refused_for_the_token_stays(log: EventLog) -> None:
    log.add(make_event(1))
    herald = make_herald(log, Listener(Refused(401, "token_unknown"), Accepted()))
    assert herald.tell(0) == Refused(401, "token_unknown")
    assert herald.tell(0) == Accepted()


def test_events_that_cannot_be_read_are_dropped_untold(tmp_path: Path) -> None:
    database = Database(tmp_path / "outbox.db")
    log = EventLog(database)
    log.add(make_event(1))
    database.run(lambda connection: connection.execute("UPDATE event SET body = x'ff'"))
    herald = make_herald(log, Listener())
    assert herald.tell(0) == Accepted()
    assert herald.tell(0) is None


def test_how_the_screen_is_is_told_when_it_changed_and_after_what_happened(log: EventLog) -> None:
    log.add(make_event(1))
    scenes = ["attract", "attract", "offering"]
    listener = Listener(Accepted(), Accepted(), Accepted())
    herald = make_herald(log, listener, lambda: make_state(scenes.pop(0)))
    assert [herald.tell(0) for _ in range(4)] == [Accepted(), Accepted(), None, Accepted()]
    assert [batch[0].data for batch in listener.heard] == [
        {"outcome": "saved"},
        {"scene": "attract"},
        {"scene": "offering"},
    ]


@pytest.mark.parametrize("answer", [Again("http_500"), Refused(401, "token_unknown")])
def test_a_state_that_was_not_taken_is_told_again(log: EventLog, answer: Receipt) -> None:
    listener = Listener(answer, Accepted())
    herald = make_herald(log, listener, lambda: make_state("attract"))
    assert [herald.tell(now) for now in (0, 2, 3)] == [answer, Accepted(), None]


def test_a_server_that_wants_no_state_is_told_each_but_once(log: EventLog) -> None:
    herald = make_herald(log, Listener(Refused(422, "type_unknown")), lambda: make_state("attract"))
    assert [herald.tell(0) for _ in range(2)] == [Refused(422, "type_unknown"), None]


def test_a_call_goes_first_and_alone(log: EventLog) -> None:
    log.add(make_event(1))
    listener = Listener(Accepted(), Accepted())
    herald = make_herald(log, listener)
    herald.call(make_event(7), 0)
    herald.tell(0)
    herald.tell(0)
    assert [[event.id for event in batch] for batch in listener.heard] == [["e-7"], ["e-1"]]


def test_a_call_that_failed_is_told_again_but_not_for_ever(log: EventLog) -> None:
    listener = Listener(Again("http_500"), Accepted(), Again("http_500"))
    herald = make_herald(log, listener)
    herald.call(make_event(7), 0)
    assert herald.tell(0) == Again("http_500")
    assert herald.tell(CALL_LASTS_S) == Accepted()
    herald.call(make_event(8), 1000)
    assert herald.tell(1000) == Again("http_500")
    assert herald.tell(1001 + CALL_LASTS_S) is None


def test_a_call_that_a_server_does_not_know_is_dropped(log: EventLog) -> None:
    listener = Listener(Refused(400, "http_400"))
    herald = make_herald(log, listener)
    herald.call(make_event(7), 0)
    assert herald.tell(0) == Refused(400, "http_400")
    assert herald.tell(1) is None
