import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.ledger_account import (
    Account,
    Books,
    Place,
    list_accounts,
    list_filled_accounts,
    open_accounts,
    shift_balances,
    sum_balances,
)
from kiosk.hub.sample.shop import STORE

POINTS, EUROS = Books(STORE, "points"), Books(STORE, "EUR")


def _open(session: Session, books: Books, *owners: str, may_overdraw: bool = False) -> list[Account]:
    return open_accounts(session, books, [Place("member", owner, may_overdraw) for owner in owners])


def test_an_account_is_opened_once(hub: Hub) -> None:
    with hub.database.write() as session:
        (first,) = _open(session, POINTS, "m")
        shift_balances(session, [(first.id, 5)])
        (cents,) = _open(session, EUROS, "m")
        again, other = _open(session, POINTS, "m", "n")

        assert (again.id, again.balance, other.balance) == (first.id, 5, 0)
        assert len({cents.id, again.id, other.id}) == 3
        assert [account.unit for account in list_accounts(session, STORE, "member", "m")] == ["EUR", "points"]


def test_balances_are_summed_by_owner_and_those_that_are_filled_are_listed(hub: Hub) -> None:
    with hub.database.write() as session:
        one, other, empty = _open(session, POINTS, "m", "n", "o")
        (cents,) = _open(session, EUROS, "m")
        shift_balances(session, [(one.id, 5), (other.id, 7), (cents.id, 100)])

        assert sum_balances(session, STORE, ("member", "other"), ("m", "n", "p"), "points") == {"m": 5, "n": 7}
        assert [account.id for account in list_filled_accounts(session, ["m", "o"])] == [one.id, cents.id]
        assert empty.balance == 0


def test_an_account_that_may_overdraw_falls_below_zero(hub: Hub) -> None:
    with hub.database.write() as session:
        (account,) = _open(session, POINTS, "m", may_overdraw=True)
        shift_balances(session, [(account.id, -1)])

        assert [account.balance for account in _open(session, POINTS, "m")] == [-1]


def test_no_other_account_falls_below_zero(hub: Hub) -> None:
    with hub.database.write() as session:
        (account,) = _open(session, POINTS, "m")
    with pytest.raises(IntegrityError), hub.database.write() as session:
        shift_balances(session, [(account.id, -1)])
