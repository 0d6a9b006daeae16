"""How a member stands: her balances, her stamp card and what happened last, as her phone's page shows them."""

from datetime import datetime
from decimal import Decimal

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.benefits.ledger import MEMBER
from kiosk.hub.domain.benefits.programme import Stamps, read_programme
from kiosk.hub.domain.benefits.unit import STAMPS, Unit, state_amount
from kiosk.hub.models.consent import is_given
from kiosk.hub.models.ledger_account import LedgerAccount, list_accounts
from kiosk.hub.models.ledger_line import list_latest
from kiosk.hub.models.member import Member
from kiosk.hub.models.stamp_card import find_card

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
    """Her balances by unit without stamps, the card where the store has one, and the latest lines first."""

    balances: tuple[Amount, ...]
    card: CardStanding | None
    history: tuple[HistoryLine, ...]


def gather_standing(session: Session, member: Member) -> MemberStanding:
    """How she stands; what it costs does not grow with her history."""
    accounts = [one for one in list_accounts(session, member.store_id, MEMBER, member.key) if one.unit != STAMPS]
    units = {account.id: msgspec.convert(account.unit, Unit) for account in accounts}
    return MemberStanding(
        balances=tuple(_state_balance(account) for account in accounts),
        card=_state_card(session, member),
        history=tuple(
            HistoryLine(row.posted_at, row.reason, _state(line.steps, units[line.account_id]))
            for row, line in list_latest(session, list(units), _MOST_LINES)
        ),
    )


def _state_balance(account: LedgerAccount) -> Amount:
    return _state(account.balance, msgspec.convert(account.unit, Unit))


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
