from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.mandate import (
    Mandate,
    end_mandates,
    find_last_mandate,
    list_due_mandates,
    list_mandates,
    list_unended_mandates,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW

STATES = ("ended", "ending", "kept", "asked")


def add_one_of_each(session: Session) -> str:
    """The latest is the one that she has yet to finish."""
    key = find_member(session).key
    for number, state in enumerate(STATES):
        made_at = NOW + timedelta(minutes=number)
        row = Mandate(
            id=state,
            store_id=STORE,
            member_key=key,
            provider="moody",
            most=Decimal(60),
            currency="EUR",
            made_at=made_at,
            ends_at=made_at,
            look_at=made_at if state in ("ending", "asked") else None,
        )
        row.state = state
        session.add(row)
    session.flush()
    return key


def test_what_is_hers_what_a_provider_keeps_and_what_is_due_are_told_apart(hub: Hub) -> None:
    with hub.database.write() as session:
        key = add_one_of_each(session)
        last = find_last_mandate(session, [key])

        assert last
        assert last.id == "asked"
        assert [one.id for one in list_mandates(session, [key])] == ["asked", "kept"]
        assert [one.id for one in list_unended_mandates(session, [key])] == ["asked", "ending", "kept"]
        assert list_due_mandates(session, NOW + timedelta(minutes=1), 9) == ["ending"]
        assert list_due_mandates(session, NOW + timedelta(hours=1), 1) == ["ending"]
        assert find_last_mandate(session, ["s_other"]) is None


def test_what_is_ended_is_for_the_provider_to_let_go_from_then_on(hub: Hub) -> None:
    with hub.database.write() as session:
        key = add_one_of_each(session)
        end_mandates(session, [key], NOW)
        session.flush()

        assert list_mandates(session, [key]) == []
        assert sorted(list_due_mandates(session, NOW + timedelta(hours=1), 9)) == ["asked", "ending", "kept"]
