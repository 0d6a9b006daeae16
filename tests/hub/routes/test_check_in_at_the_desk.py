"""Check-ins at the screen by the desk, where what was ordered lies ready."""

from kiosk.contract.place import PICK_UP
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.pickup.pickup import PickupLine
from tests.hub.domain.pickup.orders import add_shop, lay_ready, place
from tests.hub.routes.test_check_in import NOTHING, list_visits, put_at, tell_check_in
from tests.hub.running import NOW, RunningHub, make_bookmark


def test_a_card_at_the_desk_is_answered_by_the_codes_of_what_lies_ready(running: RunningHub) -> None:
    running.keep(make_bookmark())
    put_at(running, PICK_UP)
    empty = tell_check_in(running)
    with running.hub.database.write() as session:
        key = session.get_one(Bookmark, str(make_bookmark()["id"])).member_key
        pickup = place(running.hub, session, add_shop(session), key)
        lay_ready(running.hub, session, pickup)
        code = pickup.code

    assert empty == (200, NOTHING)
    assert tell_check_in(running) == (200, {**NOTHING, "codes": [code]})
    put_at(running)
    assert tell_check_in(running) == (200, NOTHING)


def test_who_kept_an_offer_at_the_desk_is_known_there_by_that_alone(running: RunningHub) -> None:
    running.keep(make_bookmark())
    put_at(running, PICK_UP)
    with running.hub.database.write() as session:
        bookmark = session.get_one(Bookmark, str(make_bookmark()["id"]))
        pickup = place(running.hub, session, add_shop(session), bookmark.member_key)
        pickup.lines = (PickupLine("04012345000030", "Teapot", 1),)
        lay_ready(running.hub, session, pickup)
        consent = Consent(
            member_key=bookmark.member_key,
            purpose=PERSONAL_OFFERS,
            given_at=NOW,
            text_version="1",
            source="counter",
        )
        session.add(consent)
        code, by = pickup.code, bookmark.id
    answers = [tell_check_in(running, credential=None, bookmark=one) for one in (by, "b-none")]
    with running.hub.database.write() as session:
        session.get_one(Bookmark, by).screen_id = "window-2"
    answers.append(tell_check_in(running, credential=None, bookmark=by))

    assert answers == [(200, {**NOTHING, "codes": [code], "offer": "o-vase"}), (200, NOTHING), (200, NOTHING)]


def test_who_stands_at_the_desk_has_not_left_by_a_door(running: RunningHub) -> None:
    running.keep(make_bookmark())
    put_at(running, PICK_UP)
    tell_check_in(running)

    assert list_visits(running) == [("card", None)]
