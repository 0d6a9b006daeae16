from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.handshake import (
    Handshake,
    find_by_code,
    find_handshake,
    find_open,
    forget_unasked,
    list_asked,
    list_open_of_clerk,
    move_handshakes,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import welcome
from tests.hub.running import NOW

MINUTE = timedelta(minutes=1)


def _add(session: Session, name: str, key: str, state: str = "confirmed", **values: Any) -> Handshake:  # noqa: ANN401 # as the table takes them
    handshake = Handshake(
        id=name, store_id=STORE, member_key=key, began_at=NOW, state=state, due_at=NOW + MINUTE, **values
    )
    session.add(handshake)
    session.flush()
    return handshake


def test_a_handshake_is_found_in_its_store_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        handshake = _add(session, "h", welcome(hub, session).member.key, code_hash="c")

        assert find_handshake(session, STORE, "h") is handshake
        assert find_by_code(session, STORE, "c") is handshake
        assert find_handshake(session, "anderswo", "h") is None
        assert find_by_code(session, "anderswo", "c") is None


def test_what_is_open_ends_at_its_time_and_by_its_state(hub: Hub) -> None:
    with hub.database.write() as session:
        key = welcome(hub, session).member.key
        handshake = _add(session, "h", key, clerk_id="w_sam")
        _add(session, "g", key, "ended", clerk_id="w_sam")

        assert find_open(session, [key], NOW) is handshake
        assert list_open_of_clerk(session, "w_sam", NOW) == [handshake]
        assert find_open(session, [key], NOW + MINUTE) is None
        assert list_open_of_clerk(session, "w_sam", NOW + MINUTE) == []


def test_only_what_somebody_asked_for_stays_on_record(hub: Hub) -> None:
    with hub.database.write() as session:
        key = welcome(hub, session).member.key
        asked = _add(session, "h", key, clerk_id="w_sam")
        _add(session, "g", key, "shown")
        forget_unasked(session, [key])

        assert list_asked(session, [key]) == [asked]
        assert session.get(Handshake, "g") is None


def test_the_record_comes_along_to_her_account(hub: Hub) -> None:
    with hub.database.write() as session:
        key, other = (welcome(hub, session, letter * 64, f"b-{letter}").member.key for letter in "bc")
        _add(session, "h", key, clerk_id="w_sam")
        move_handshakes(session, key, other)

        assert [one.id for one in list_asked(session, [other])] == ["h"]
