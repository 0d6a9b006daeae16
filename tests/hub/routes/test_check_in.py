from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from kiosk.contract.place import DOOR, EXIT, PICK_UP
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.credentials.sun import derive_file_key, derive_meta_key
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.sun_key import get_sun_key
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.doubles.sun_tag import SunTag
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW, RunningHub, make_bookmark

_CARD = {"kind": "uid", "value": "a" * 64}
UID = bytes.fromhex("04DE5F1EACC040")
NOTHING: dict[str, object] = {"id": "c-1", "codes": [], "begins": False, "goes": False, "offer": None}


def put_at(running: RunningHub, place: str = DOOR) -> None:
    with running.hub.database.write() as session:
        screen = find_screen(session, STORE, FIRST_SCREEN)
        assert screen
        screen.place = place


def tell_check_in(running: RunningHub, **changes: object) -> tuple[int, object]:
    body = {"id": "c-1", "store": STORE, "screen": FIRST_SCREEN, "credential": _CARD, "language": "de"}
    answer = running.post("/v1/check-ins", {**body, "tapped_at": NOW.isoformat(), **changes})
    return answer.status_code, answer.json()


def list_visits(running: RunningHub) -> list[tuple[str, str | None]]:
    with running.hub.database.read() as session:
        return [(visit.way, visit.screen_id) for visit in session.scalars(select(Visit))]


def test_a_card_at_the_door_begins_the_visit_of_its_member_once(running: RunningHub) -> None:
    running.keep(make_bookmark())
    put_at(running)
    answers = [tell_check_in(running) for _ in range(2)]

    assert answers == [(200, NOTHING)] * 2
    assert list_visits(running) == [("card", FIRST_SCREEN)]


def test_a_card_that_keeps_an_offer_at_the_door_comes_in_by_that(running: RunningHub) -> None:
    put_at(running)
    for _ in range(2):
        running.keep(make_bookmark())

    assert list_visits(running) == [("card", FIRST_SCREEN)]


def _find_tag(running: RunningHub) -> SunTag:
    """A card of hers whose keys this hub made: it proves itself at each tap."""
    with running.hub.database.read() as session:
        master = get_sun_key(session)
    return SunTag(UID, derive_meta_key(master), derive_file_key(master, UID))


def _tap(tag: SunTag) -> dict[str, object]:
    return {"credential": {"kind": "sun", "value": tag.tap()}}


def _come_in(running: RunningHub, tag: SunTag) -> None:
    """She comes in by her card, and a minute later she is at an exit."""
    put_at(running)
    running.keep(make_bookmark(**_tap(tag)))
    running.dial.turn(timedelta(minutes=1))
    put_at(running, EXIT)


def _list_exits(running: RunningHub) -> list[datetime | None]:
    with running.hub.database.read() as session:
        return list(session.scalars(select(Visit.exit_at)))


def test_a_card_that_proves_itself_goes_by_an_exit_and_nothing_is_told_of_it(running: RunningHub) -> None:
    tag = _find_tag(running)
    _come_in(running, tag)
    now = running.dial.time

    assert tell_check_in(running, **_tap(tag), tapped_at=now.isoformat()) == (200, NOTHING)
    assert _list_exits(running) == [now]


def test_a_card_that_may_be_a_copy_and_an_offer_kept_there_are_no_going(running: RunningHub) -> None:
    put_at(running)
    running.keep(make_bookmark())
    running.dial.turn(timedelta(minutes=1))
    put_at(running, EXIT)
    now = running.dial.time.isoformat()
    answer = tell_check_in(running, tapped_at=now)
    running.keep(make_bookmark(id="b-2", offer="o-lamp", tapped_at=now))

    assert answer == (200, NOTHING)
    assert _list_exits(running) == [None]


def test_a_beacon_goes_by_an_exit_if_it_may_be_recognised_and_is_bid_farewell(running: RunningHub) -> None:
    anna = _allow_beacon(running)
    with running.hub.database.write() as session:
        check_in(running.hub, session, session.get_one(Member, anna), Arrival("phone", NOW))
    put_at(running, EXIT)
    running.dial.turn(timedelta(minutes=1))
    now = running.dial.time
    told = tell_check_in(running, credential=None, shopper=anna, tapped_at=now.isoformat())
    exits = _list_exits(running)
    with running.hub.database.write() as session:
        withdraw(running.hub, session, session.get_one(Member, anna), PROXIMITY)
    refused = tell_check_in(running, credential=None, shopper=anna, tapped_at=now.isoformat())

    assert (told, refused) == ((200, {**NOTHING, "goes": True}), (200, NOTHING))
    assert (exits, _list_exits(running)) == ([now], [None])


def test_nobody_comes_in_by_an_exit(running: RunningHub) -> None:
    running.keep(make_bookmark())
    put_at(running, EXIT)
    answers = [tell_check_in(running), _come_near(running, _allow_beacon(running))]

    assert answers == [(200, NOTHING)] * 2
    assert list_visits(running) == []


def test_a_card_that_nobody_has_is_answered_alike_and_makes_no_member(running: RunningHub) -> None:
    put_at(running)
    with running.hub.database.read() as session:
        before = len(session.scalars(select(Member)).all())

    assert tell_check_in(running) == (200, NOTHING)
    with running.hub.database.read() as session:
        assert len(session.scalars(select(Member)).all()) == before


def _allow_beacon(running: RunningHub) -> str:
    """The pseudonym of a member who may be recognised by her beacon."""
    with running.hub.database.read() as session:
        return find_member(session).key


def _come_near(running: RunningHub, shopper: str) -> tuple[int, object]:
    return tell_check_in(running, credential=None, shopper=shopper)


def test_who_comes_near_the_door_begins_her_visit_by_that_and_is_greeted_once(running: RunningHub) -> None:
    put_at(running)
    anna = _allow_beacon(running)
    answers = [_come_near(running, anna) for _ in range(2)]

    assert answers == [(200, {**NOTHING, "begins": begins}) for begins in (True, False)]
    assert list_visits(running) == [("beacon", FIRST_SCREEN)]


def test_who_came_in_by_her_card_or_her_phone_is_not_greeted_again(running: RunningHub) -> None:
    put_at(running)
    anna = _allow_beacon(running)
    with running.hub.database.write() as session:
        check_in(running.hub, session, session.get_one(Member, anna), Arrival("phone", NOW))

    assert _come_near(running, anna) == (200, NOTHING)


def test_who_took_her_consent_back_or_stands_at_the_desk_is_nobody(running: RunningHub) -> None:
    anna = _allow_beacon(running)
    put_at(running, PICK_UP)
    answers = [_come_near(running, anna)]
    put_at(running)
    with running.hub.database.write() as session:
        withdraw(running.hub, session, session.get_one(Member, anna), PROXIMITY)
    answers += [_come_near(running, anna), _come_near(running, "nobody")]

    assert answers == [(200, NOTHING)] * 3
    assert list_visits(running) == []


def test_a_screen_that_is_no_door_and_no_desk_lets_nobody_in(running: RunningHub) -> None:
    running.keep(make_bookmark())

    assert tell_check_in(running)[0] == 404
    assert list_visits(running) == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"screen": "window-2"}, 403),
        ({"store": "anderswo"}, 403),
        ({"credential": {"kind": "uid", "value": "04a1b2"}}, 400),
        ({"credential": {"kind": "sun", "value": "picc_data=0&cmac=0"}}, 422),
        ({"tapped_at": "yesterday"}, 400),
        ({"shopper": "anna"}, 400),
        ({"credential": None}, 400),
        ({"bookmark": "b-1"}, 400),
    ],
)
def test_what_no_door_of_this_screen_says_is_refused(
    running: RunningHub, changes: dict[str, object], status: int
) -> None:
    put_at(running)

    assert tell_check_in(running, **changes)[0] == status


def test_a_screen_is_told_what_stands_at_it(running: RunningHub) -> None:
    path = f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}"
    told = [running.get(path).json()["place"]]
    put_at(running)

    assert [*told, running.get(path).json()["place"]] == ["", "door"]
