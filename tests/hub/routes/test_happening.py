from pathlib import Path
from typing import Any

import pytest

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from tests.hub.running import RunningHub, make_bookmark

ADDRESS = "/v1/happenings"
SHOPPERS = "/v1/shoppers?store=berlin-mitte"
BACK = {"id": "h1", "kind": "back_in_stock", "offer": "o-mug", "happened_at": "2026-11-22T10:00:00+01:00"}
READY = {
    "id": "h2",
    "kind": "order_ready",
    "bookmark": make_bookmark()["id"],
    "happened_at": "2026-11-22T10:00:00+01:00",
}


@pytest.fixture
def till(seeded: Path) -> str:
    return (seeded / TILL_TOKEN_FILE).read_text()


def _read_segments(running: RunningHub) -> list[list[str]]:
    """Of who kept the bookmark, if the screens are told of her."""
    with running.hub.database.read() as session:
        key = session.get_one(Bookmark, make_bookmark()["id"]).member_key
    return [one["segments"] for one in running.get(SHOPPERS).json()["shoppers"] if one["key"] == key]


def test_a_happening_is_kept_once_however_often_it_is_said(running: RunningHub, till: str) -> None:
    answers = [running.post(ADDRESS, BACK, till) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert [answer.json() for answer in answers] == [{"id": "h1", "kind": "back_in_stock", "is_over": False}] * 2


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({**BACK, "offer": "o-lamp"}, 422, "happening_reused"),
        ({**BACK, "id": "new", "offer": "o-nothing"}, 404, "offer_unknown"),
        ({**BACK, "id": "new", "offer": None}, 404, "offer_unknown"),
        ({**READY, "bookmark": "nothing"}, 404, "bookmark_unknown"),
        ({**READY, "bookmark": None}, 404, "bookmark_unknown"),
        ({**BACK, "kind": "full_moon"}, 400, "malformed"),
        ({**BACK, "happened_at": "1066-10-14T09:00:00Z"}, 400, "malformed"),
    ],
)
def test_what_cannot_be_is_refused(
    running: RunningHub, till: str, body: dict[str, Any], status: int, code: str
) -> None:
    running.post(ADDRESS, BACK, till)
    answer = running.post(ADDRESS, body, till)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_no_screen_says_what_happens(running: RunningHub) -> None:
    assert running.post(ADDRESS, BACK).status_code == 401


def test_while_an_order_lies_ready_screens_may_greet_her_who_allows_it(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    with running.hub.database.write() as session:
        member = session.get_one(Member, session.get_one(Bookmark, READY["bookmark"]).member_key)
        allow(running.hub, session, member, PROXIMITY)
    running.post(ADDRESS, READY, till)
    assert _read_segments(running) == [[]]

    with running.hub.database.write() as session:
        allow(running.hub, session, session.get_one(Member, member.key), PERSONAL_OFFERS)
    assert _read_segments(running) == [["order_ready"]]

    cursor = running.get(SHOPPERS).json()["cursor"]
    collected = running.post(ADDRESS, {**READY, "is_over": True}, till)
    assert (collected.status_code, collected.json()["is_over"]) == (200, True)
    assert _read_segments(running) == [[]]
    assert running.get(f"{SHOPPERS}&since={cursor}").json()["shoppers"] != []
