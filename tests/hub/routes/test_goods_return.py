from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from kiosk.hub.domain.settlement.refunding import Wish
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.test_refunding import bring_back
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import RunningHub
from tests.hub.till import TillDesk, open_till

ADDRESS = "/v1/returns"


@pytest.fixture
def till(running: RunningHub, seeded: Path) -> TillDesk:
    """It sold something to Anna."""
    till = open_till(running, seeded)
    till.sell()
    return till


def _make_return(**changes: object) -> dict[str, Any]:
    return {"id": "back-1", "receipt": "r-1", "returned_at": "2026-11-22T10:00:00+01:00", **changes}


def _take(unit: str, amount: str, owed: str = "0") -> dict[str, str]:
    return {"unit": unit, "amount": amount, "owed": owed}


def test_a_line_undoes_its_part_once_however_often_it_is_told(till: TillDesk) -> None:
    body = _make_return(lines=[{"line": 0, "quantity": "1"}])
    answers = [till.post(ADDRESS, body) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert (
        answers[0].json()
        == answers[1].json()
        == {
            "id": "back-1",
            "receipt": "r-1",
            "taken": [_take("points", "14"), _take("EUR", "0.27", "0.00")],
        }
    )


def test_several_returns_undo_all_and_then_nothing_is_left(till: TillDesk) -> None:
    bodies = [
        _make_return(lines=[{"line": 1, "quantity": "0.5"}]),
        _make_return(id="back-2"),
        _make_return(id="back-3"),
    ]
    told = [till.post(ADDRESS, body).json() for body in bodies]

    assert [sum(float(one["amount"]) for one in answer["taken"] if one["unit"] == "points") for answer in told[:2]] == [
        18,
        27,
    ]
    assert told[2]["code"] == "return_empty"


def test_ten_tills_at_once_take_it_back_once(till: TillDesk) -> None:
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(till.post, [ADDRESS] * 10, [_make_return()] * 10))

    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"id": "b", "receipt": "other"}, 404, "receipt_unknown"),
        ({"id": "b", "till": "other"}, 404, "receipt_unknown"),
        ({"lines": [{"line": 0, "quantity": "1"}]}, 422, "return_reused"),
        ({"id": "b", "lines": [{"line": 0, "quantity": "3"}]}, 422, "return_too_much"),
        ({"id": "b", "lines": [{"line": 0, "quantity": "0"}]}, 400, "malformed"),
        ({"id": "b", "lines": [{"line": 0, "quantity": "1"}] * 2}, 400, "malformed"),
        ({"id": "b", "lines": [{"line": -1, "quantity": "1"}]}, 400, "malformed"),
    ],
)
def test_what_cannot_have_come_back_is_refused(
    till: TillDesk, change: dict[str, object], status: int, code: str
) -> None:
    till.post(ADDRESS, _make_return(lines=[{"line": 1, "quantity": "0.25"}]))
    answer = till.post(ADDRESS, _make_return(**change))

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_screen_takes_nothing_back(till: TillDesk) -> None:
    assert till.running.post(ADDRESS, _make_return()).status_code == 401


def test_what_was_paid_on_a_phone_is_refused_and_its_money_still_goes_back(till: TillDesk, running: RunningHub) -> None:
    phone = PhoneTill(running.hub, MoodyProvider())
    phone.put_pens()
    settlement_id = phone.pay()
    answer = till.post(ADDRESS, _make_return(receipt=settlement_id, till="phones"))
    refund, _ = bring_back(phone, settlement_id, Wish("r", None, "sam"))

    assert (answer.status_code, answer.json()["code"]) == (422, "return_elsewhere")
    assert "POST /v1/refunds" in answer.json()["detail"]
    assert refund.money == phone.read(settlement_id).due
