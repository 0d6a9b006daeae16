from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.people.sign_in import (
    LIFETIME,
    MOST_IDLE,
    SignIn,
    begin_sign_in,
    end_sign_in,
    find_sign_in,
    is_to_be_noted,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW

_MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _sign_in(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Person(id="w", store_id=STORE, name="mara", role="staff", password_hash=A_HASH))
        session.flush()
        begin_sign_in(session, A_HASH, "w", NOW)


@pytest.mark.parametrize(("later", "is_on"), [(MOST_IDLE - _MINUTE, True), (MOST_IDLE, False)])
def test_half_an_hour_of_idling_ends_it(hub: Hub, later: timedelta, *, is_on: bool) -> None:
    with hub.database.read() as session:
        assert (find_sign_in(session, A_HASH, NOW + later) is not None) is is_on


@pytest.mark.parametrize(("later", "is_on"), [(LIFETIME - _MINUTE, True), (LIFETIME, False)])
def test_half_a_day_ends_it_however_busy_she_is(hub: Hub, later: timedelta, *, is_on: bool) -> None:
    with hub.database.write() as session:
        session.get_one(SignIn, A_HASH).seen_at = NOW + later
        assert (find_sign_in(session, A_HASH, NOW + later) is not None) is is_on


def test_signing_out_ends_it(hub: Hub) -> None:
    with hub.database.write() as session:
        end_sign_in(session, A_HASH)
        assert find_sign_in(session, A_HASH, NOW) is None


def test_ended_ones_are_forgotten_when_somebody_else_signs_in(hub: Hub) -> None:
    with hub.database.write() as session:
        begin_sign_in(session, "b" * 64, "w", NOW + MOST_IDLE)
        assert session.get(SignIn, A_HASH) is None


def test_her_deeds_are_noted_to_the_minute(hub: Hub) -> None:
    with hub.database.read() as session:
        sign_in = session.get_one(SignIn, A_HASH)
        assert not is_to_be_noted(sign_in, NOW + _MINUTE / 2)
        assert is_to_be_noted(sign_in, NOW + _MINUTE)
