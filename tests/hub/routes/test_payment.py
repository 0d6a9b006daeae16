from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.hub.running import DEADLINE_S, RunningHub
from tests.hub.till import TillDesk, open_till

ADDRESS = "/v1/payments"


@pytest.fixture
def till(running: RunningHub, seeded: Path) -> TillDesk:
    """It sold something to Anna, by which she has 45 points and 90 cents."""
    till = open_till(running, seeded)
    till.sell()
    return till


def _make_payment(till: TillDesk, **changes: object) -> dict[str, Any]:
    due = {"amount": "0.30", "currency": "EUR"}
    return {"id": "p-1", "credential": till.card, "unit": "points", "due": due, **changes}


def _let_go(till: TillDesk, name: str = "p-1") -> requests.Response:
    headers = {"Authorization": f"Bearer {till.token}"}
    return requests.delete(f"{till.running.url}{ADDRESS}", params={"id": name}, headers=headers, timeout=DEADLINE_S)


def test_the_till_hears_what_is_held_what_it_pays_and_what_remains(till: TillDesk) -> None:
    answers = [till.post(ADDRESS, _make_payment(till)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert (
        answers[0].json()
        == answers[1].json()
        == {
            "id": "p-1",
            "state": "held",
            "unit": "points",
            "amount": "30",
            "worth": {"amount": "0.30", "currency": "EUR"},
            "until": "2026-11-22T09:15:00Z",
            "remains": "15",
        }
    )


def test_it_is_spent_once_and_then_it_is_not_let_go(till: TillDesk) -> None:
    till.post(ADDRESS, _make_payment(till))
    spent = [till.post(f"{ADDRESS}/redeemed", {"id": "p-1"}) for _ in range(2)]

    assert [answer.status_code for answer in spent] == [201, 200]
    assert (spent[1].json()["state"], spent[1].json()["remains"]) == ("redeemed", "15")
    assert (_let_go(till).status_code, _let_go(till).json()["code"]) == (422, "payment_redeemed")


def test_it_is_let_go_as_often_as_one_likes(till: TillDesk) -> None:
    till.post(ADDRESS, _make_payment(till))
    told = [_let_go(till) for _ in range(2)]

    assert [(answer.status_code, answer.json()["state"], answer.json()["remains"]) for answer in told] == [
        (200, "released", "45")
    ] * 2


def test_two_tills_at_once_spend_no_more_than_there_is(till: TillDesk) -> None:
    bodies = [_make_payment(till, id=f"p-{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = [answer.json() for answer in pool.map(till.post, [ADDRESS] * 6, bodies)]

    assert (
        sorted(answer.get("amount", answer.get("code")) for answer in answers) == ["15", "30"] + ["payment_empty"] * 4
    )


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"unit": "stamps"}, 422, "tender_unknown"),
        ({"unit": "miles"}, 400, "malformed"),
        ({"at_most": "0"}, 400, "malformed"),
        ({"credential": {"kind": "uid", "value": "b" * 64}}, 404, "member_unknown"),
        ({"credential": {"kind": "code", "value": "b" * 64}}, 400, "malformed"),
    ],
)
def test_what_cannot_be_paid_so_is_refused(till: TillDesk, change: dict[str, object], status: int, code: str) -> None:
    answer = till.post(ADDRESS, _make_payment(till, **change))

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_what_no_till_held_is_neither_spent_nor_let_go(till: TillDesk) -> None:
    assert till.post(f"{ADDRESS}/redeemed", {"id": "p-9"}).json()["code"] == "payment_unknown"
    assert _let_go(till).json()["code"] == "payment_unknown"
    assert till.running.post(ADDRESS, _make_payment(till)).status_code == 401
