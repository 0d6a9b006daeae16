from datetime import timedelta

import pytest

from kiosk.hub.domain.labels.standing import State, judge_label
from kiosk.hub.models.store.shelf_label import ShelfLabel
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def make_label(**changes: object) -> ShelfLabel:
    """One that has fetched its picture a minute ago."""
    label = ShelfLabel(mac="0" * 16, store_id=STORE, code="1", due_at=NOW, sent="a", sent_at=NOW - 2 * MINUTE)
    label.seen_at, label.next_at, label.told_at, label.battery_mv = NOW - MINUTE, NOW, NOW, 2900
    for name, value in changes.items():
        setattr(label, name, value)
    return label


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "shown"),
        ({"told_at": None}, "unknown"),
        ({"sent_at": None}, "on_its_way"),
        ({"sent_at": None, "tries": 1, "reason": "mac not found"}, "not_taken"),
        ({"waits": True}, "on_its_way"),
        ({"sent_at": NOW}, "on_its_way"),
        ({"seen_at": None, "next_at": None}, "on_its_way"),
        ({"waits": True, "sent_at": NOW - HOUR, "next_at": NOW - HOUR}, "late"),
        ({"waits": True, "next_at": NOW - HOUR}, "on_its_way"),
        ({"sent_at": NOW - 2 * HOUR, "seen_at": NOW - HOUR, "next_at": NOW - HOUR}, "silent"),
    ],
)
def test_a_label_stands_as_it_was_sent_and_heard(changes: dict[str, object], state: State) -> None:
    assert judge_label(make_label(**changes), NOW).state == state


@pytest.mark.parametrize(("battery_mv", "is_low"), [(2399, True), (2400, False), (None, False)])
def test_a_battery_is_low_below_what_a_label_needs(battery_mv: int | None, *, is_low: bool) -> None:
    standing = judge_label(make_label(battery_mv=battery_mv), NOW)

    assert standing.is_low is is_low
    assert standing.needs_somebody is is_low
