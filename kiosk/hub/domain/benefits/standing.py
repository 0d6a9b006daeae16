"""How a member stands: her balances, her stamp card and what happened last, as her phone's page shows them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.benefits.ledger import MEMBER, OWED
from kiosk.hub.domain.benefits.programme import Stamps, read_programme
from kiosk.hub.domain.benefits.tender_rule import TenderRule
from kiosk.hub.domain.benefits.unit import STAMPS, Unit, state_amount
from kiosk.hub.models.benefits.ledger_account import Account, list_accounts
from kiosk.hub.models.benefits.ledger_line import list_latest
from kiosk.hub.models.benefits.stamp_card import find_card
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person, list_kin

_MOST_LINES = 30


class Amount(Struct, frozen=True):
    """So much of a unit; below zero where it was taken."""

    amount: Decimal
    unit: Unit


class HistoryLine(Struct, frozen=True):
    """What came to her or went from her, when, and for what."""

    posted_at: datetime
    reason: str
    change: Amount


class CardStanding(Struct, frozen=True):
    """Her running card: the departments that stamped it, and how many full ones she turned in before.

    `is_allowed`: the screens may tell which departments she comes by.
    """

    stamps: Stamps
    zones: tuple[str, ...]
    turned_in: int
    is_allowed: bool


class MemberStanding(Struct, frozen=True):
    """Her balances by unit without stamps, the card where the store has one, and the latest lines first.

    What she owes is told as amounts above zero; `tenders` are what she can pay with at a till.
    """

    balances: tuple[Amount, ...]
    card: CardStanding | None
    history: tuple[HistoryLine, ...]
    owed: tuple[Amount, ...] = ()
    tenders: tuple[TenderRule, ...] = ()


def gather_standing(session: Session, member: Member) -> MemberStanding:
    """How she stands, under all keys that turned out to be hers; what it costs does not grow with her history."""
    accounts = [account for account in _list_accounts(session, member, MEMBER) if account.unit != STAMPS]
    units = {account.id: msgspec.convert(account.unit, Unit) for account in accounts}
    return MemberStanding(
        balances=_sum_balances(accounts),
        card=_state_card(session, find_person(session, member)),
        history=tuple(
            HistoryLine(row.posted_at, row.reason, _state(line.steps, units[line.account_id]))
            for row, line in list_latest(session, list(units), _MOST_LINES)
        ),
        owed=tuple(
            Amount(-one.amount, one.unit) for one in _sum_balances(_list_accounts(session, member, OWED)) if one.amount
        ),
        tenders=read_programme(session, member.store_id).pay,
    )


def _list_accounts(session: Session, member: Member, kind: str) -> list[Account]:
    kin = list_kin(session, member.key)
    return [account for key in kin for account in list_accounts(session, member.store_id, kind, key)]


def _sum_balances(accounts: Sequence[Account]) -> tuple[Amount, ...]:
    sums = Counter[str]()
    for account in accounts:
        sums[account.unit] += account.balance
    return tuple(_state(steps, msgspec.convert(unit, Unit)) for unit, steps in sorted(sums.items()))


def _state(steps: int, unit: Unit) -> Amount:
    return Amount(state_amount(steps, unit), unit)


def _state_card(session: Session, member: Member) -> CardStanding | None:
    stamps = read_programme(session, member.store_id).stamps
    if stamps is None:
        return None
    card = find_card(session, member.key)
    return CardStanding(
        stamps=stamps,
        zones=tuple(card.zones) if card else (),
        turned_in=card.turned_in if card else 0,
        is_allowed=is_given(session, member.key, PERSONAL_OFFERS),
    )
