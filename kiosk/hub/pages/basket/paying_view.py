"""How a payment is shown: what is paid with what, how that stands, and what she can do."""

from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from kiosk.hub.domain.benefits.unit import Unit, is_money, state_amount
from kiosk.hub.models.settlement.settlement import OPEN, Settlement, Tendered
from kiosk.hub.pages.basket.basket_request import BasketRequest
from kiosk.hub.payment.provider import Outcome
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.text.benefit_words import choose_benefit_words, format_amount
from kiosk.hub.text.money import format_money
from kiosk.hub.text.paying_words import PayingWords, choose_paying_words
from kiosk.hub.text.pickup_words import choose_pickup_words

Stage: TypeAlias = Literal["open", "declined", "processing", "unclear", "unreachable", "paid", "released"]
_MINUS = "\N{MINUS SIGN}"


class PartView(Struct, frozen=True):
    """What pays a part of it; `amount` is what it pays."""

    name: str
    amount: str


class CardView(Struct, frozen=True):
    """What her browser needs to tell Stripe a card."""

    script: str
    key: str
    secret: str


def find_stage(row: Settlement, outcome: Outcome | None) -> Stage:
    """How it stands, as she is told."""
    if row.state == "paid":
        return "paid"
    if row.state == "released":
        return "released"
    if outcome is None:
        return "unreachable" if row.trouble == "refused" else "unclear"
    if outcome.state == "open" and row.state != "asked":  # called off elsewhere while the provider was asked
        return "unclear"
    if outcome.state == "processing":
        return "processing"
    return "declined" if outcome.was_declined else "open"


def view_paying(own: BasketRequest, row: Settlement, outcome: Outcome | None) -> dict[str, object]:
    """What the page shows of it."""
    paying = choose_paying_words(own.words.language)
    stage = find_stage(row, outcome)
    return {
        "paying": paying,
        "stage": stage,
        "title": paying.titles[stage],
        "text": paying.texts[stage],
        "comes": [text for way, text in paying.comes.items() if row.state == "paid" and way in row.ways.values()],
        "orders": choose_pickup_words(own.words.language).link,
        "orders_href": f"/pickups/{row.store_id}?lang={own.words.language}",
        "total": _print(row, row.bill.total, paying),
        "tendered": [_view_part(row, one, paying) for one in row.tendered],
        "due": _print(row, row.due, paying),
        "here": own.page.request.url.path,
        "is_open": row.state in OPEN,
        "is_training": row.provider == "training",
        "card": _view_card(own, outcome) if row.state == "asked" else None,
    }


def _view_card(own: BasketRequest, outcome: Outcome | None) -> CardView | None:
    account = own.hub.settings.payment
    if not isinstance(account, StripeAccount) or outcome is None or outcome.state != "open":
        return None
    return CardView(account.script, account.public_key, outcome.secret)


def _view_part(row: Settlement, one: Tendered, paying: PayingWords) -> PartView:
    unit, words = msgspec.convert(one.unit, Unit), choose_benefit_words(paying.language)
    amount = state_amount(one.steps, unit)
    name = words.credit if is_money(unit) else format_amount(amount, unit, words)
    return PartView(name, _MINUS + _print(row, one.worth, paying))


def _print(row: Settlement, amount: Decimal, paying: PayingWords) -> str:
    return format_money(amount, row.bill.currency, paying.language)
