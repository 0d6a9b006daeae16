from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.sample.seed import KEY_FILE, TILL_TOKEN_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE
from tests.hub.running import RunningHub, make_bookmark

ADDRESS = "/v1/receipts"


@pytest.fixture
def till(seeded: Path) -> str:
    return (seeded / TILL_TOKEN_FILE).read_text()


@pytest.fixture
def card(seeded: Path) -> dict[str, str]:
    """The card of the first sample member, as a till tells it."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    return {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}


def _make_receipt(**changes: object) -> dict[str, Any]:
    line = {"title": "Steinzeugbecher", "category": "Home", "quantity": "2", "amount": "45.80"}
    return {
        "id": "r-1",
        "bought_at": "2026-11-22T09:00:00+01:00",
        "total": "45.80",
        "currency": "EUR",
        "lines": [line],
        **changes,
    }


def _find_owners(running: RunningHub) -> list[str | None]:
    with running.hub.database.read() as session:
        return list(session.scalars(select(Receipt.member_key)))


def test_a_receipt_counts_once_and_is_answered_alike(running: RunningHub, till: str, card: dict[str, str]) -> None:
    answers = [running.post(ADDRESS, _make_receipt(credential=card), till) for _ in range(2)]

    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (201, {"id": "r-1", "member": "known"}),
        (200, {"id": "r-1", "member": "known"}),
    ]
    assert len(_find_owners(running)) == 1


@pytest.mark.parametrize("total", ["45.80", "0.00"])
def test_that_a_till_saw_her_is_noted_of_her_visit_whatever_she_allows(
    running: RunningHub, till: str, card: dict[str, str], total: str
) -> None:
    with running.hub.database.write() as session:
        anna = find_member(session, STORE, "uid", card["value"])
        assert anna
        withdraw(running.hub, session, anna, PERSONAL_OFFERS)
        check_in(running.hub, session, anna, Arrival("phone", running.dial.time))
    running.post(ADDRESS, _make_receipt(credential=card, total=total), till)

    assert _find_owners(running) == [None]
    with running.hub.database.read() as session:
        assert session.scalars(select(Visit)).one().was_at_till


def test_ten_tills_at_once_keep_it_once(running: RunningHub, till: str, card: dict[str, str]) -> None:
    body = _make_receipt(credential=card)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(running.post, [ADDRESS] * 10, [body] * 10, [till] * 10))

    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]


def test_another_receipt_under_the_same_id_is_refused(running: RunningHub, till: str) -> None:
    running.post(ADDRESS, _make_receipt(), till)
    answer = running.post(ADDRESS, _make_receipt(total="1.00"), till)

    assert (answer.status_code, answer.json()["code"]) == (422, "receipt_reused")


def test_who_buys_what_she_kept_is_known_by_it(running: RunningHub, till: str, card: dict[str, str]) -> None:
    bookmark = running.keep(make_bookmark(credential=card)).json()["id"]
    answer = running.post(ADDRESS, _make_receipt(bookmark=bookmark), till)

    assert answer.json()["member"] == "known"


@pytest.mark.parametrize("more", [{}, {"bookmark": "nothing"}, {"credential": {"kind": "uid", "value": "b" * 64}}])
def test_a_receipt_of_nobody_known_belongs_to_nobody(running: RunningHub, till: str, more: dict[str, object]) -> None:
    assert running.post(ADDRESS, _make_receipt(**more), till).json()["member"] == "nobody"
    assert _find_owners(running) == [None]


def test_who_takes_her_consent_back_owns_no_receipt_and_the_answer_stays(
    running: RunningHub, till: str, card: dict[str, str]
) -> None:
    running.post(ADDRESS, _make_receipt(credential=card), till)
    with running.hub.database.write() as session:
        anna = session.scalars(select(Member).where(Member.visits == 1)).one()
        withdraw(running.hub, session, anna, PERSONAL_OFFERS)

    second = running.post(ADDRESS, _make_receipt(id="r-2", credential=card), till)
    first = running.post(ADDRESS, _make_receipt(credential=card), till)

    assert (_find_owners(running), first.json()["member"], second.json()["member"]) == (
        [None, None],
        "known",
        "nobody",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"total": "NaN"},
        {"total": "1.00001"},
        {"currency": "Euro"},
        {"bought_at": "yesterday"},
        {"lines": [{"title": "no amount"}]},
        {"credential": {"kind": "uid", "value": "04a1b2c3d4e5f1"}},
    ],
)
def test_a_malformed_receipt_is_refused(running: RunningHub, till: str, change: dict[str, object]) -> None:
    answer = running.post(ADDRESS, _make_receipt(**change), till)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_a_screen_is_no_till(running: RunningHub) -> None:
    assert running.post(ADDRESS, _make_receipt()).status_code == 401


def test_who_bought_earns_by_it_once_also_where_the_till_told_it_as_it_redeemed(
    running: RunningHub, till: str, card: dict[str, str]
) -> None:
    running.keep(make_bookmark(credential=card))
    kept = make_bookmark()["id"]
    paid = {"amount": "45.80", "currency": "EUR"}
    running.post("/v1/redemptions", {"bookmark": kept, "paid": paid}, till)
    for number, bought in enumerate(
        ({"bookmark": kept}, {"credential": card}, {"credential": card, "total": "-45.80"})
    ):
        running.post(ADDRESS, _make_receipt(id=f"r-{number}", **bought), till)
        running.post(ADDRESS, _make_receipt(id=f"r-{number}", **bought), till)
    with running.hub.database.read() as session:
        points = session.scalars(
            select(LedgerAccount.balance).where(LedgerAccount.unit == "points", LedgerAccount.kind == "member")
        ).all()

    assert points == [92]
