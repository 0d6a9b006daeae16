"""How a member's benefits are printed: figures with their names, the places of the card, and what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kiosk.hub.domain.benefits.standing import Amount, CardStanding, MemberStanding
from kiosk.hub.domain.benefits.unit import count_full_steps, is_money, state_amount
from kiosk.hub.models.store.department import Department, name_zone
from kiosk.hub.text.benefit_words import BenefitWords, format_amount
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.words import Words

_TILTS = (-11, 7, -5, 12, -9, 4, -13, 8)
"""Degrees: nobody stamps straight."""


@dataclass(frozen=True, slots=True)
class BalanceView:
    """A balance: its figure, what is counted, and what that is worth; empty where it says so itself, or is nothing."""

    figure: str
    name: str
    worth: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place of the stamp card; `department` is empty where it is free."""

    number: int
    tilt: int
    department: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The stamp card, printed; unless `is_allowed`, the hint says what it takes that places are stamped."""

    lead: str
    count: str
    hint: str
    is_allowed: bool
    turned_in: str
    places: list[PlaceView]


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of what happened; `is_less`: it went from her."""

    day: str
    reason: str
    change: str
    is_less: bool


def view_balances(standing: MemberStanding, phrases: BenefitWords) -> list[BalanceView]:
    """Her balances, the figure apart from its unit where that is no money."""
    views = list[BalanceView]()
    for balance in standing.balances:
        text = format_amount(balance.amount, balance.unit, phrases)
        figure, _, name = (text, "", phrases.credit) if is_money(balance.unit) else text.partition("\N{NO-BREAK SPACE}")
        views.append(BalanceView(figure, name, _state_worth(standing, balance, phrases)))
    return views


def _state_worth(standing: MemberStanding, balance: Amount, phrases: BenefitWords) -> str:
    tender = next((one for one in standing.tenders if one.unit == balance.unit != one.of), None)
    if tender is None or not balance.amount:
        return ""
    worth = state_amount(count_full_steps(balance.amount * tender.worth, tender.of), tender.of)
    return phrases.worth.format(amount=format_amount(worth, tender.of, phrases))


def view_debts(standing: MemberStanding, phrases: BenefitWords) -> list[str]:
    """What she owes, each in a sentence that says why."""
    return [phrases.owed.format(amount=format_amount(one.amount, one.unit, phrases)) for one in standing.owed]


def view_card(
    standing: MemberStanding, departments: Mapping[str, Department], phrases: BenefitWords
) -> CardView | None:
    """Her stamp card, with what the store calls the departments of these zones; `None` where it has none."""
    card = standing.card
    if card is None:
        return None
    count, have = card.stamps.departments, len(card.zones)
    gift = format_amount(card.stamps.amount, card.stamps.unit, phrases)
    names = [name_zone(zone, departments, phrases.language) for zone in card.zones]
    return CardView(
        lead=phrases.card_lead.format(count=count, gift=gift),
        count=phrases.card_count.format(have=have, count=count),
        hint=_choose_hint(card, phrases),
        is_allowed=card.is_allowed,
        turned_in=phrases.card_full[card.turned_in > 1].format(number=card.turned_in) if card.turned_in else "",
        places=[_view_place(number, names) for number in range(max(count, have))],
    )


def _choose_hint(card: CardStanding, phrases: BenefitWords) -> str:
    left = card.stamps.departments - len(card.zones)
    if not card.is_allowed:
        return phrases.card_asks
    return phrases.card_last if left <= 1 else phrases.card_next.format(left=left)


def _view_place(number: int, names: Sequence[str]) -> PlaceView:
    return PlaceView(number + 1, _TILTS[number % len(_TILTS)], names[number] if number < len(names) else "")


def list_lines(standing: MemberStanding, phrases: BenefitWords, words: Words, time_zone: str) -> list[LineView]:
    """What happened, the latest first."""
    lines = list[LineView]()
    for line in standing.history:
        is_less = line.change.amount < Decimal(0)
        sign = "\N{MINUS SIGN}" if is_less else "+"
        change = sign + format_amount(abs(line.change.amount), line.change.unit, phrases)
        reason = phrases.reasons.get(line.reason, line.reason)
        lines.append(LineView(format_day(line.posted_at, time_zone, words), reason, change, is_less))
    return lines
