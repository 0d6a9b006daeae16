from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.contract.credential import parse_store_key
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.importing import (
    MOST_AT_ONCE,
    Progress,
    import_events,
    import_members,
    import_receipts,
)
from kiosk.hub.domain.profile.table import Refused, Row
from kiosk.hub.models.profile.profile import Profile
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.profile import test_event_row, test_member_row, test_receipt_row

Import = Callable[[Hub, str, Iterable[tuple[int, Row]]], Iterator[Progress]]


@pytest.fixture
def key(seeded: Path) -> bytes:
    return parse_store_key((seeded / KEY_FILE).read_text())


def test_rows_are_taken_some_at_a_time_and_bad_ones_told_of(hub: Hub) -> None:
    rows: list[tuple[int, Row]] = [
        (line, {**test_event_row.ROW, "user_id": f"u-{line % 7}", "order_id": str(line)})
        for line in range(2, MOST_AT_ONCE + 12)
    ]
    rows[5] = (7, {"event": "x", "timestamp": "never"})

    parts = list(import_events(hub, STORE, rows))

    assert [(part.rows, part.taken) for part in parts] == [(200, 199), (210, 209)]
    assert [part.refused for part in parts] == [
        (Refused(7, "timestamp", "must be a time of this century, such as 2026-11-22T10:00:00+01:00"),),
        (),
    ]
    with hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Profile)) == 7


@pytest.mark.parametrize("what", ["receipts", "members"])
def test_receipts_and_members_come_in_alike(hub: Hub, key: bytes, what: str) -> None:
    take: Import = partial(import_receipts if what == "receipts" else import_members, key=key)
    row = test_receipt_row.ROW if what == "receipts" else test_member_row.ROW

    (first,) = take(hub, STORE, [(2, row)])
    (second,) = take(hub, STORE, [(2, row), (3, {})])

    assert (first.taken, second.rows, [one.line for one in second.refused][-1]) == (1, 2, 3)
