from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.profile.ended_consent import EndedConsent, find_last_end, forget_ends, note_end
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

HOUR = timedelta(hours=1)
USER, EMAIL = ("user", "u"), ("email", "e")


def _end(session: Session, identifier: tuple[str, str], hours: int) -> None:
    kind, value = identifier
    note_end(session, EndedConsent(store_id=STORE, kind=kind, value=value, ended_at=NOW + hours * HOUR))


@pytest.mark.parametrize("hours", [(1, 2), (2, 1)])
def test_the_last_end_counts_in_whichever_order_they_come(hub: Hub, hours: tuple[int, int]) -> None:
    with hub.database.write() as session:
        for each in hours:
            _end(session, USER, each)

        assert find_last_end(session, STORE, [USER]) == NOW + 2 * HOUR


def test_of_several_identifiers_the_last_that_ended_counts(hub: Hub) -> None:
    with hub.database.write() as session:
        _end(session, USER, 1)
        _end(session, EMAIL, 2)

        assert find_last_end(session, STORE, [USER, EMAIL]) == NOW + 2 * HOUR
        assert find_last_end(session, STORE, [("user", "other")]) is None
        assert find_last_end(session, "other", [USER]) is None


def test_what_ended_long_ago_is_forgotten(hub: Hub) -> None:
    with hub.database.write() as session:
        _end(session, USER, 1)
        _end(session, EMAIL, 2)
        forget_ends(session, NOW + 2 * HOUR)

        assert find_last_end(session, STORE, [USER]) is None
        assert find_last_end(session, STORE, [EMAIL]) == NOW + 2 * HOUR
