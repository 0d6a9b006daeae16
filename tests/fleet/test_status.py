import logging

import pytest

from kiosk.fleet.messages import Fault, Outbox, StatusMessage
from kiosk.fleet.status import Status
from tests.doubles.still_clocks import StillClocks


def _make_status(clocks: StillClocks, heard_at: float | None = None) -> Status:
    return Status("0.1.0", "daylight", lambda: heard_at, clocks.as_clocks())


def test_a_screen_that_just_began_is_well_and_has_heard_nobody() -> None:
    status = _make_status(StillClocks()).compose()

    assert status == StatusMessage(
        "online", "2026-11-22T09:00:00.000Z", "attract", "0.1.0", "daylight", [], Outbox(), None
    )


def test_everything_that_it_was_told_is_in_the_status() -> None:
    clocks = StillClocks()
    status = _make_status(clocks, heard_at=5.0)
    clocks.now = 6.25

    status.set_scene("offering")
    status.set_outbox(waiting=3, dead=1)
    status.set_fault("nfc", "reader_gone")

    said = status.compose()
    assert (said.since, said.scene, said.outbox, said.presence_age_s) == (
        "2026-11-22T09:00:00.000Z",
        "offering",
        Outbox(3, 1),
        1.2,
    )
    assert said.faults == [Fault("nfc", "reader_gone", "2026-11-22T09:00:06.250Z")]


def test_a_fault_keeps_its_time_until_it_changes_or_is_gone() -> None:
    clocks = StillClocks()
    status = _make_status(clocks)
    told: list[tuple[float, str, str]] = []
    for now, code in ((1, "unreachable"), (2, "unreachable"), (3, "refused"), (4, None), (5, "refused")):
        clocks.now = now
        status.set_fault("broker", code)
        told += [(now, fault.code, fault.since[17:19]) for fault in status.compose().faults]

    assert told == [(1, "unreachable", "01"), (2, "unreachable", "01"), (3, "refused", "03"), (5, "refused", "05")]


def test_only_a_change_is_news() -> None:
    status = _make_status(StillClocks())
    news: list[str] = []
    status.watch(lambda: news.append("news"))

    for _ in range(3):
        status.set_scene("offering")
        status.set_outbox(1, 0)
        status.set_fault("api", "unreachable")
        status.set_fault("nfc", None)

    assert len(news) == 3


def test_a_screen_that_is_gone_says_since_when_and_what_waits_and_nothing_that_went_with_it() -> None:
    clocks = StillClocks()
    status = _make_status(clocks, heard_at=5.0)
    status.set_scene("offering")
    status.set_fault("nfc", "reader_gone")
    status.set_outbox(waiting=3, dead=0)
    clocks.now = 60

    assert status.compose_offline() == StatusMessage(
        "offline", "2026-11-22T09:01:00.000Z", None, "0.1.0", "daylight", [], Outbox(waiting=3), None
    )


def test_the_log_names_the_fault_that_came_and_the_one_that_went(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    status = _make_status(StillClocks())
    for code in ("unreachable", "too_slow", None):
        status.set_fault("api", code)

    assert [(record.getMessage(), vars(record)["faults"]) for record in caplog.records] == [
        ("api: unreachable", ["api/unreachable"]),
        ("api: too_slow", ["api/unreachable", "api/too_slow"]),
        ("api: well again", ["api/too_slow"]),
    ]
