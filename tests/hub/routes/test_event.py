from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import func, select

from kiosk.app.visits import Visits
from kiosk.contract.instant import Instant
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.hub.domain.profile.timeline import read_timeline
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.visit.visit import Visit
from tests.doubles.shop_floor import make_shopper
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import RunningHub


def _make(event_id: str, **changes: object) -> dict[str, object]:
    return {
        "specversion": "1.0",
        "id": event_id,
        "source": "/berlin-mitte/window-1",
        "type": "kiosk.impression",
        "time": "2026-11-22T10:00:00Z",
        "data": {"offer": "o-mug"},
        **changes,
    }


def _count(running: RunningHub) -> int:
    with running.hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(Event)) or 0


def test_a_batch_is_kept(running: RunningHub) -> None:
    answer = running.post("/v1/events", [_make("e1"), _make("e2", type="kiosk.tap", time=None)])

    assert (answer.status_code, answer.json()) == (202, {"stored": 2, "repeated": 0})


def test_a_repeated_event_does_no_harm(running: RunningHub) -> None:
    running.post("/v1/events", [_make("e1")])

    answer = running.post("/v1/events", [_make("e1"), _make("e2"), _make("e2")])

    assert answer.json() == {"stored": 1, "repeated": 2}
    assert _count(running) == 2


def test_the_batch_comes_under_its_own_media_type(running: RunningHub) -> None:
    content = b'[{"specversion": "1.0", "id": "e1", "source": "s", "type": "kiosk.play"}]'

    assert running.send("/v1/events", content, "application/cloudevents-batch+json").status_code == 202


def test_a_visit_is_counted_and_told_to_the_screens_and_not_kept_with_its_visitor(running: RunningHub) -> None:
    shoppers = "/v1/shoppers?store=berlin-mitte"
    first = running.get(shoppers).json()
    anna = first["shoppers"][0]
    visit = _make("e1", type="kiosk.visit", data={"shopper": anna["key"]})
    for event in (visit, visit, {**visit, "id": "e2"}):
        assert running.post("/v1/events", [event]).status_code == 202

    (changed,) = running.get(f"{shoppers}&since={first['cursor']}").json()["shoppers"]
    assert (changed["key"], changed["visits"]) == (anna["key"], anna["visits"] + 1)
    with running.hub.database.read() as session:
        assert [event.data for event in session.scalars(select(Event))] == [{}, {}]


def test_a_stay_is_a_sign_of_her_and_is_neither_counted_nor_kept(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        anna = find_member(session)
        key, visits = anna.key, anna.visits
        check_in(running.hub, session, anna, Arrival("phone", running.dial.time))
    running.dial.turn(timedelta(minutes=9))
    began_at = running.dial.time - timedelta(minutes=4)
    stay = _make("e1", type="kiosk.stay", time=began_at.isoformat(), data={"shopper": key, "seconds": 180})
    answers = [running.post("/v1/events", [stay]).json() for _ in range(2)]

    assert answers == [{"stored": 1, "repeated": 0}] * 2
    assert _count(running) == 0
    with running.hub.database.read() as session:
        visit = session.scalars(select(Visit)).one()
        assert (visit.seen_at, visit.zones) == (running.dial.time - timedelta(minutes=1), [])
        assert find_member(session).visits == visits


@pytest.mark.parametrize(
    "changes",
    [
        {"specversion": "0.3"},
        {"id": ""},
        {"type": "shop.order"},
        {"time": "yesterday"},
        {"time": "0001-01-01T00:00:00+14:00"},
        {"data": "text"},
    ],
)
def test_a_batch_with_a_malformed_event_is_refused_as_a_whole(running: RunningHub, changes: dict[str, object]) -> None:
    answer = running.post("/v1/events", [_make("e1"), _make("e2", **changes)])

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    assert _count(running) == 0


def test_a_batch_may_be_large(running: RunningHub) -> None:
    large = _make("e1", data={"text": "x" * 500_000})

    assert running.post("/v1/events", [large]).status_code == 202


def test_a_batch_above_a_mebibyte_is_refused(running: RunningHub) -> None:
    answer = running.post("/v1/events", [_make("e1", data={"text": "x" * 1_100_000})])

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("number", [b"NaN", b"1e999", b"-Infinity"])
def test_numbers_that_no_database_knows_are_refused(running: RunningHub, number: bytes) -> None:
    content = (
        b'[{"specversion": "1.0", "id": "e1", "source": "s", "type": "kiosk.play", "data": {"n": [' + number + b"]}}]"
    )

    answer = running.send("/v1/events", content)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_a_visit_as_a_screen_tells_it_stands_on_her_timeline_with_its_zone_and_its_length(running: RunningHub) -> None:
    key = running.get("/v1/shoppers?store=berlin-mitte").json()["shoppers"][0]["key"]
    visits, anna = Visits("/berlin-mitte/window-1"), make_shopper(key)
    came = running.hub.now() - timedelta(seconds=95)
    visits.note(ShopperNear(key, "home", 5.0), anna, Instant(5.0, came, "e1"))
    told = visits.note(ShopperLeft(key, "home"), anna, Instant(100.0, running.hub.now(), "e2"))

    assert running.post("/v1/events", [msgspec.to_builtins(told)]).status_code == 202
    with running.hub.database.read() as session:
        timeline = read_timeline(session, session.get_one(Member, key), running.hub.now())
    [visit] = [entry for entry in timeline.entries if entry.kind == "visited"]
    assert (visit.at, visit.shelves, visit.seconds) == (came, ("home",), 95.0)
