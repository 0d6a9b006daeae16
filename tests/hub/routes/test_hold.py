from datetime import timedelta
from pathlib import Path

import pytest
import requests

from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

HOLDS, REDEMPTIONS = "/v1/holds", "/v1/redemptions"
BOOKMARK = str(make_bookmark()["id"])


@pytest.fixture
def till(seeded: Path) -> str:
    return (seeded / TILL_TOKEN_FILE).read_text()


def _hold(running: RunningHub, till: str, basket: str) -> requests.Response:
    return running.post(HOLDS, {"bookmark": BOOKMARK, "basket": basket}, till)


def _let_go(running: RunningHub, till: str, basket: str) -> int:
    headers = {"Authorization": f"Bearer {till}"}
    asked = {"bookmark": BOOKMARK, "basket": basket}
    return requests.delete(running.url + HOLDS, params=asked, headers=headers, timeout=DEADLINE_S).status_code


def test_what_a_till_holds_no_other_basket_redeems(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    held = [_hold(running, till, "b1") for _ in range(2)]
    refused = [
        _hold(running, till, "b2"),
        running.post(REDEMPTIONS, {"bookmark": BOOKMARK}, till),
        running.post(REDEMPTIONS, {"bookmark": BOOKMARK, "basket": "b2"}, till),
    ]
    redeemed = running.post(REDEMPTIONS, {"bookmark": BOOKMARK, "basket": "b1"}, till)

    assert [answer.status_code for answer in held] == [201, 200]
    assert held[0].json() == held[1].json()
    assert held[0].json() == {"bookmark": BOOKMARK, "offer": "o-mug", "basket": "b1", "until": "2026-11-22T09:15:00Z"}
    assert [(answer.status_code, answer.json()["code"]) for answer in refused] == [(422, "coupon_held")] * 3
    assert redeemed.status_code == 201


def test_what_was_let_go_or_lapsed_is_anybodys_again(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    _hold(running, till, "b1")
    gone = [_let_go(running, till, "b1") for _ in range(2)]
    second = _hold(running, till, "b2")
    running.dial.turn(timedelta(minutes=15))
    third = _hold(running, till, "b3")

    assert (gone, second.status_code, third.status_code) == ([204, 204], 201, 201)


def test_nobody_lets_go_of_anothers_hold(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    _hold(running, till, "b1")

    assert _let_go(running, till, "b2") == 204
    assert _hold(running, till, "b2").json()["code"] == "coupon_held"


def test_only_a_till_holds_and_only_what_was_kept(running: RunningHub, till: str) -> None:
    assert _hold(running, running.token, "b1").status_code == 401
    assert _hold(running, till, "b1").json()["code"] == "bookmark_unknown"
    assert _let_go(running, till, "b1") == 404
    assert running.post(HOLDS, {"bookmark": BOOKMARK}, till).json()["code"] == "malformed"
