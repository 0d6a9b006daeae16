import pytest
from sqlalchemy.exc import IntegrityError

from kiosk.hub.context import Hub
from kiosk.hub.models.ledger_account import LedgerAccount, list_accounts, open_account, sum_balances
from kiosk.hub.sample.shop import STORE


def _make(owner: str, unit: str = "points", balance: int = 0, *, may_overdraw: bool = False) -> LedgerAccount:
    return LedgerAccount(
        store_id=STORE, kind="member", owner=owner, unit=unit, balance=balance, may_overdraw=may_overdraw
    )


def test_an_account_is_opened_once(hub: Hub) -> None:
    with hub.database.write() as session:
        first = open_account(session, _make("m"))
        first.balance = 5

        assert open_account(session, _make("m")) is first
        assert open_account(session, _make("m", "EUR")) is not first
        assert [account.unit for account in list_accounts(session, STORE, "member", "m")] == ["EUR", "points"]


def test_balances_are_summed_by_owner(hub: Hub) -> None:
    with hub.database.write() as session:
        for account in (_make("m", balance=5), _make("n", balance=7), _make("m", "EUR", 100)):
            open_account(session, account)

        assert sum_balances(session, STORE, ("member", "other"), ("m", "n", "o"), "points") == {"m": 5, "n": 7}


def test_an_account_that_may_overdraw_falls_below_zero(hub: Hub) -> None:
    with hub.database.write() as session:
        assert open_account(session, _make("m", balance=-1, may_overdraw=True)).balance == -1


def test_no_other_account_falls_below_zero(hub: Hub) -> None:
    with pytest.raises(IntegrityError), hub.database.write() as session:
        open_account(session, _make("m", balance=-1))
