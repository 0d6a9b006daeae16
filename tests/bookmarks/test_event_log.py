from pathlib import Path

import pytest
from msgspec import structs

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import BATCH, EventLog
from tests.doubles.taps import make_event
from tests.doubles.traces import find_traces, read_folder


def test_events_come_back_in_order_and_in_batches(tmp_path: Path) -> None:
    log = EventLog(Database(tmp_path / "outbox.db"))
    for number in range(BATCH + 1):
        log.add(make_event(number))
    up_to, batch = log.read_batch()
    assert [make_event(number) for number in range(BATCH)] == batch
    log.forget(up_to)
    assert [make_event(BATCH)] == log.read_batch()[1]


def test_beyond_the_bound_the_oldest_events_go(tmp_path: Path) -> None:
    log = EventLog(Database(tmp_path / "outbox.db"), kept=3)
    for number in range(10):
        log.add(make_event(number))
    assert [event.id for event in log.read_batch()[1]] == ["e-7", "e-8", "e-9"]


def test_an_event_is_kept_once(tmp_path: Path) -> None:
    log = EventLog(Database(tmp_path / "outbox.db"))
    log.add(make_event(1))
    log.add(make_event(1))
    assert [make_event(1)] == log.read_batch()[1]


def test_without_events_the_batch_is_empty(tmp_path: Path) -> None:
    assert EventLog(Database(tmp_path / "outbox.db")).read_batch() == (0, [])


def test_who_withdrew_is_in_no_event_and_not_in_the_write_ahead_log_either(tmp_path: Path) -> None:
    log = EventLog(Database(tmp_path / "outbox.db"))
    for number, shopper in enumerate(("s_anna", "s_ben", "s_anna")):
        log.add(structs.replace(make_event(number), data={"shopper": shopper}))
    log.forget(1)
    assert find_traces(["s_anna", "s_ben"], read_folder(tmp_path)) != []
    log.erase({"s_anna"})

    assert [event.data for event in log.read_batch()[1]] == [{"shopper": "s_ben"}]
    assert {sought for _, sought in find_traces(["s_anna", "s_ben"], read_folder(tmp_path))} == {"s_ben"}


@pytest.mark.parametrize("noise", [b"\xff", b'{"id": "e-1\xff"}', b'{"x": ' + b"[" * 100_000])
def test_an_event_that_cannot_be_read_is_passed_over(tmp_path: Path, noise: bytes) -> None:
    database = Database(tmp_path / "outbox.db")
    log = EventLog(database)
    log.add(make_event(1))
    log.add(make_event(2))
    database.run(lambda connection: connection.execute("UPDATE event SET body = ? WHERE sequence = 1", (noise,)))
    assert (2, [make_event(2)]) == log.read_batch()
