from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.codes.read import LONGEST
from kiosk.contract.place import EXIT
from kiosk.hub.domain.basket.inquiry import FRESH
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.basket.goods import APPLES_LABEL, CHEESE_LABEL, PEN, stock
from tests.hub.running import A_HASH, RunningHub, make_bookmark

CARD = {"kind": "uid", "value": A_HASH}
EAN = "4006381333931"


@pytest.fixture
def shelf(running: RunningHub) -> RunningHub:
    """A store with goods, and a member who kept an offer at the first screen."""
    with running.hub.database.write() as session:
        stock(session)
    running.keep(make_bookmark())
    return running


def scan(running: RunningHub, **changes: object) -> tuple[int, Any]:
    body = {"id": "s-1", "store": STORE, "screen": FIRST_SCREEN, "code": EAN, "language": "de", **changes}
    answer = running.post("/v1/scans", body)
    return answer.status_code, answer.json()


def list_hers(running: RunningHub) -> list[tuple[str, int]]:
    with running.hub.database.read() as session:
        key = session.get_one(Bookmark, make_bookmark()["id"]).member_key
        return [(line.code, line.count) for line in list_basket_lines(session, [key])]


def test_what_is_scanned_for_nobody_is_told_with_where_a_phone_takes_it_along(shelf: RunningHub) -> None:
    status, told = scan(shelf)

    assert status == 200
    assert told["article"]["code"] == PEN
    assert told["article"]["price"] == {"amount": "2.00", "currency": "EUR"}
    assert (told["stock"], told["basket"], told["guest"]) == (3, "", None)
    assert told["take_url"].endswith(f"/take/{STORE}?lang=de&code={EAN}")
    assert list_hers(shelf) == []


def test_who_tapped_here_a_moment_ago_has_it_in_her_basket_once_however_often_it_is_told(shelf: RunningHub) -> None:
    answers = [scan(shelf, by=make_bookmark()["id"])[1] for _ in range(2)]

    assert [(told["basket"], told["take_url"]) for told in answers] == [("added", None)] * 2
    assert answers[0]["guest"] == answers[1]["guest"]
    assert list_hers(shelf) == [(PEN, 1)]


def test_who_taps_for_it_is_known_by_that_at_her_next_scan(shelf: RunningHub) -> None:
    guest = scan(shelf, credential=CARD)[1]["guest"]
    told = scan(shelf, id="s-2", by=guest)[1]

    assert (told["basket"], told["guest"]) == ("added", guest)
    assert list_hers(shelf) == [(PEN, 2)]


def test_nobody_comes_in_by_a_scan_at_an_exit(shelf: RunningHub) -> None:
    with shelf.hub.database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, EXIT)
    told = scan(shelf, credential=CARD)[1]

    assert (told["basket"], told["guest"]) == ("added", None)
    with shelf.hub.database.read() as session:
        assert session.scalars(select(Visit)).all() == []


@pytest.mark.parametrize("by", ["nobody's", "b-of-another"])
def test_who_did_nothing_here_has_no_basket(shelf: RunningHub, by: str) -> None:
    told = scan(shelf, by=by)[1]

    assert (told["basket"], bool(told["take_url"])) == ("", True)


def test_a_tap_of_long_ago_and_one_at_another_screen_are_nobodys(shelf: RunningHub) -> None:
    guest = scan(shelf, credential=CARD)[1]["guest"]
    shelf.dial.turn(FRESH + timedelta(seconds=1))

    assert [scan(shelf, id=f"s-{by}", by=by)[1]["basket"] for by in (make_bookmark()["id"], guest)] == ["", ""]
    with shelf.hub.database.write() as session:
        kept = session.get_one(Bookmark, make_bookmark()["id"])
        kept.kept_at, kept.screen_id = shelf.hub.now(), None
    assert scan(shelf, id="s-3", by=make_bookmark()["id"])[1]["basket"] == ""


def test_a_card_that_nobody_has_makes_no_member_and_is_told_of_the_article_alone(shelf: RunningHub) -> None:
    told = scan(shelf, credential={"kind": "uid", "value": "b" * 64})[1]

    assert (told["basket"], told["guest"], bool(told["take_url"])) == ("", None, True)


def test_a_piece_is_priced_by_what_its_label_says(shelf: RunningHub) -> None:
    apples, cheese = scan(shelf, code=APPLES_LABEL)[1], scan(shelf, code=CHEESE_LABEL)[1]

    assert (apples["article"]["sold_per"], apples["sum"]["amount"]) == ("kg", "3.74")
    assert (cheese["article"]["price"]["amount"], cheese["sum"]) == ("3.99", None)


@pytest.mark.parametrize(
    ("code", "miss"),
    [
        ("036000291452", "unknown"),
        ("4006381333932", "wrong_check_digit"),
        ("281234", "wrong_length"),
        ("\x01", "no_code"),
    ],
)
def test_a_code_that_stands_for_nothing_says_why_and_changes_nothing(shelf: RunningHub, code: str, miss: str) -> None:
    status, told = scan(shelf, code=code, by=make_bookmark()["id"])

    assert (status, told["article"], told["miss"], told["take_url"]) == (200, None, miss, None)
    assert list_hers(shelf) == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"screen": "window-2"}, 403),
        ({"store": "anderswo"}, 403),
        ({"credential": {"kind": "uid", "value": "04a1b2"}}, 400),
        ({"credential": {"kind": "sun", "value": "picc_data=0&cmac=0"}}, 422),
        ({"code": "9" * (LONGEST + 1)}, 400),
        ({"code": ""}, 400),
    ],
)
def test_what_no_scanner_of_this_screen_says_is_refused(
    shelf: RunningHub, changes: dict[str, object], status: int
) -> None:
    assert scan(shelf, **changes)[0] == status
