from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.members.departure import LIFETIME, Departure, add_departure, take_departure
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _leave(session: Session, state_hash: str, later: timedelta = timedelta()) -> None:
    departure = Departure(
        state_hash=state_hash,
        store_id=STORE,
        browser_hash="hers",
        nonce="n",
        verifier="v",
        language="de",
        left_at=NOW + later,
    )
    add_departure(session, departure)
    session.flush()


def test_a_departure_is_taken_once(hub: Hub) -> None:
    with hub.database.write() as session:
        _leave(session, "a")
        first = take_departure(session, "a", "hers", NOW)
        session.flush()

        assert first is not None
        assert take_departure(session, "a", "hers", NOW) is None


def test_another_browser_does_not_even_use_it_up(hub: Hub) -> None:
    with hub.database.write() as session:
        _leave(session, "a")

        assert take_departure(session, "a", "a stranger's", NOW) is None
        assert take_departure(session, "a", "hers", NOW) is not None


def test_who_comes_back_late_has_to_begin_anew(hub: Hub) -> None:
    with hub.database.write() as session:
        _leave(session, "a")

        assert take_departure(session, "a", "hers", NOW + LIFETIME) is None


def test_who_never_came_back_is_forgotten_with_the_next(hub: Hub) -> None:
    with hub.database.write() as session:
        _leave(session, "a")
        _leave(session, "b", LIFETIME)

        assert session.scalar(select(func.count()).select_from(Departure)) == 1
