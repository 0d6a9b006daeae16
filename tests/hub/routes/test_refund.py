from pathlib import Path
from typing import Any

import pytest

from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import RunningHub


@pytest.fixture
def till(running: RunningHub) -> PhoneTill:
    """Three pens were paid on a phone: sale 1."""
    till = PhoneTill(running.hub, MoodyProvider())
    running.server.serve(till.hub)
    till.put_pens()
    till.pay()
    return till


@pytest.fixture
def token(seeded: Path) -> str:
    return (seeded / TILL_TOKEN_FILE).read_text()


def make_body(**changes: object) -> dict[str, Any]:
    return {"id": "r-1", "sale": 1, "lines": [{"line": 0, "count": 1}], **changes}


def test_a_line_comes_back_once_and_then_all_that_is_left(running: RunningHub, till: PhoneTill, token: str) -> None:
    answers = [running.post("/v1/refunds", make_body(), token) for _ in range(2)]
    rest = running.post("/v1/refunds", make_body(id="r-2", lines=None), token)

    assert [answer.status_code for answer in (*answers, rest)] == [201, 200, 201]
    assert answers[0].json() == answers[1].json()
    assert (answers[0].json()["amount"]["amount"], answers[0].json()["state"]) == ("27.57", "done")
    assert sum(till.provider.given_back.values()) == till.read(next(iter(till.provider.charges))).due
    assert Books(till.hub.database).list_faults() == []


def test_a_provider_that_says_nothing_is_asked_again_later(running: RunningHub, till: PhoneTill, token: str) -> None:
    till.provider.deaf = True

    assert running.post("/v1/refunds", make_body(), token).json()["state"] == "asked"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"sale": 9}, (404, "sale_unknown")),
        ({"lines": [{"line": 0, "count": 4}]}, (422, "refund_too_much")),
        ({"lines": [{"line": 3, "count": 1}]}, (422, "refund_too_much")),
        ({"lines": []}, (422, "refund_empty")),
    ],
)
def test_what_was_not_bought_does_not_come_back(
    running: RunningHub, till: PhoneTill, token: str, changes: dict[str, object], refusal: tuple[int, str]
) -> None:
    answer = running.post("/v1/refunds", make_body(**changes), token)

    assert (answer.status_code, answer.json()["code"]) == refusal
    assert till.provider.given_back == {}


def test_a_line_that_is_named_twice_is_refused(running: RunningHub, till: PhoneTill, token: str) -> None:
    twice = make_body(lines=[{"line": 0, "count": 1}] * 2)

    assert running.post("/v1/refunds", twice, token).status_code == 400
    assert till.provider.given_back == {}


def test_what_goes_back_on_the_shelf_is_counted_in_again(running: RunningHub, till: PhoneTill, token: str) -> None:
    stays = running.post("/v1/refunds", make_body(), token)
    reused = running.post("/v1/refunds", make_body(restocks=True), token)
    before = till.read_stock()
    back = running.post("/v1/refunds", make_body(id="r-2", restocks=True), token)

    assert [answer.status_code for answer in (stays, reused, back)] == [201, 422, 201]
    assert (before, till.read_stock()) == (0, 1)
