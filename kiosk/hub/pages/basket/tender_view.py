"""What a member may pay with, as her basket's page offers it, and what the purchase brings her."""

from msgspec import Struct

from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.domain.basket.tenders import TenderChoice
from kiosk.hub.domain.benefits.unit import is_money, state_amount
from kiosk.hub.pages.basket.button import name_unit
from kiosk.hub.text.benefit_words import choose_benefit_words, format_amount
from kiosk.hub.text.paying_words import PayingWords, choose_paying_words
from kiosk.pricing.explanation import Print


class TenderView(Struct, frozen=True):
    """What she may pay with beside money, and the button that does so, or does not any more."""

    text: str
    do: str
    is_chosen: bool


def view_tenders(standing: BasketStanding, language: str, print_amount: Print) -> dict[str, object]:
    """What the page shows of it."""
    paying = choose_paying_words(language)
    due = standing.due.amount
    return {
        "paying": paying,
        "tenders": [_view_tender(one, paying, print_amount) for one in standing.tenders],
        "due": print_amount(due) if due != standing.priced.total else "",
        "is_free": not due,
        "brings": _say_brings(standing, paying),
        "pay": paying.pay.format(amount=print_amount(due)) if due else paying.pay_nothing,
        "deal": standing.deal,
    }


def _view_tender(choice: TenderChoice, paying: PayingWords, print_amount: Print) -> TenderView:
    words = choose_benefit_words(paying.language)
    amount = format_amount(state_amount(choice.quote.steps, choice.unit), choice.unit, words)
    have = f"{amount} {words.credit}" if is_money(choice.unit) else amount
    text = (paying.used if choice.is_chosen else paying.unused).format(
        have=have, worth=print_amount(choice.quote.worth.amount)
    )
    return TenderView(text, name_unit(choice.unit, is_used=not choice.is_chosen), choice.is_chosen)


def _say_brings(standing: BasketStanding, paying: PayingWords) -> str:
    words = choose_benefit_words(paying.language)
    gifts = [format_amount(state_amount(one.steps, one.unit), one.unit, words) for one in standing.brings]
    return paying.brings.format(gift=words.and_.join(gifts)) if gifts else ""
