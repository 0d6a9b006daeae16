from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec import json

from kiosk.app.files.shown import FILE_NAME, ShownFile
from kiosk.app.files.shown_keeper import ShownKeeper
from kiosk.contract.instant import Instant
from kiosk.core.events import Event, ShownRecalled
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from tests.doubles.deadline import wait_until
from tests.doubles.notebook import FaultBook

MONDAY = date(2026, 11, 23)
NOON = Instant(1000.0, datetime(2026, 11, 23, 12, tzinfo=UTC), "id")
ONCE = NOTHING_SHOWN.record("anna", "boots", MONDAY, 990.0)
TWICE = ONCE.record("anna", "boots", MONDAY, 999.0)


LONG_S = 60.0
"""Nobody in these tests waits for it."""


def make_keeper(
    folder: Path, faults: FaultBook | None = None, rest_s: float = LONG_S
) -> tuple[ShownKeeper, list[Event]]:
    told: list[Event] = []
    file = ShownFile(folder, "berlin", "window-1")
    return ShownKeeper(file, told.append, lambda: NOON, faults or FaultBook(), rest_s), told


def recall(folder: Path) -> list[Event]:
    """What the next life of the screen is told."""
    keeper, told = make_keeper(folder)
    keeper.start()
    keeper.stop()
    return told


def count(events: list[Event]) -> int:
    [event] = events
    assert isinstance(event, ShownRecalled)
    return event.shown.count_today("anna", "boots", MONDAY, NOON.mono)


def test_what_is_kept_is_told_at_the_next_start(tmp_path: Path) -> None:
    keeper, told = make_keeper(tmp_path)
    keeper.start()
    keeper.keep(ONCE)
    keeper.keep(TWICE)
    keeper.stop()

    assert told == []
    assert count(recall(tmp_path)) == 2


def test_it_is_on_disk_soon_and_not_only_at_the_end(tmp_path: Path) -> None:
    keeper, _ = make_keeper(tmp_path)
    keeper.start()
    keeper.keep(ONCE)
    wait_until((tmp_path / FILE_NAME).exists)
    keeper.keep(TWICE)
    wait_until(lambda: json.decode((tmp_path / FILE_NAME).read_bytes())["shown"]["showings"] == {"boots": 2})
    keeper.stop()


def test_where_nothing_was_shown_nothing_is_written(tmp_path: Path) -> None:
    assert recall(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.allow_log("what was shown could not be written")
def test_a_full_or_broken_disk_is_said_once_and_costs_nothing_that_comes_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / f"{FILE_NAME}.part"
    blocked.mkdir()
    keeper, _ = make_keeper(tmp_path)
    keeper.start()
    keeper.keep(ONCE)
    wait_until(lambda: "could not be written (Is a directory)" in caplog.text)
    keeper.keep(Shown(ONCE.tallies))
    blocked.rmdir()
    keeper.keep(TWICE)
    keeper.stop()

    assert caplog.text.count("could not be written") == 1
    assert count(recall(tmp_path)) == 2


@pytest.mark.allow_log("what was shown could not be written")
def test_what_could_not_be_written_is_a_fault_and_tried_again_until_it_is_well(tmp_path: Path) -> None:
    blocked = tmp_path / f"{FILE_NAME}.part"
    blocked.mkdir()
    faults = FaultBook()
    keeper, _ = make_keeper(tmp_path, faults, rest_s=0.01)
    keeper.start()
    keeper.keep(ONCE)
    faults.wait_for(("outbox", "shown_not_saved"), times=2)
    blocked.rmdir()
    faults.wait_for(("outbox", None))

    assert count(recall(tmp_path)) == 1
    keeper.stop()
