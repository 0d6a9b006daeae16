"""How a basket is printed: its lines with their reasons, its total, and what else there would be."""

from decimal import Decimal

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import MOST_PIECES
from kiosk.hub.domain.basket.standing import BasketStanding, LineStanding, Note
from kiosk.hub.models.basket.basket_line import WAYS
from kiosk.hub.models.catalogue.article import list_family
from kiosk.hub.pages.basket.button import name_accept, name_count, name_more, name_way
from kiosk.hub.pages.basket.latest_view import tell_family, view_latest
from kiosk.hub.pages.basket.tender_view import view_tenders
from kiosk.hub.text.basket_words import BasketWords, choose_basket_words
from kiosk.hub.text.money import make_print
from kiosk.hub.text.words import Words
from kiosk.pricing.explanation import Print, explain_idle, explain_line
from kiosk.pricing.priced import PricedBasket, TaxShare
from kiosk.pricing.words import choose_bill_words

_MINUS = "\N{MINUS SIGN}"


class RowView(Struct, frozen=True):
    """A row of the bill; `is_less`: it takes off."""

    text: str
    detail: str
    amount: str
    is_less: bool


class WayView(Struct, frozen=True):
    """A way for a line to come to her, and the button's word for it."""

    name: str
    do: str
    is_chosen: bool


class LineView(Struct, frozen=True):
    """A line; `fewer` and `more` are buttons' words, empty where there is no such button."""

    title: str
    count: int
    rows: list[RowView]
    notes: list[str]
    family: str
    fewer: str
    more: str
    remove: str
    ways: list[WayView]


def view_basket(hub: Hub, session: Session, standing: BasketStanding, words: Words) -> dict[str, object]:
    """What the page shows of it."""
    phrases, priced = choose_basket_words(words.language), standing.priced
    print_amount = make_print(priced.currency, words.language)
    return {
        "latest": view_latest(hub, session, standing, words),
        "lines": [_view_line(session, one, phrases, print_amount) for one in standing.lines],
        "total": print_amount(priced.total),
        "saved": phrases.saved.format(amount=print_amount(priced.saved)) if priced.saved else "",
        "taxes": [_state_tax(share, phrases, print_amount) for share in priced.taxes],
        "idle": _view_idle(priced, phrases, print_amount),
        "accept": name_accept(standing.shown) if any("price_rose" in one.notes for one in standing.lines) else "",
        "look_code": standing.look_code,
        "is_payable": standing.is_payable,
        "goes_home": standing.goes_home,
        **view_tenders(standing, words.language, print_amount),
    }


def _view_line(session: Session, standing: LineStanding, phrases: BasketWords, print_amount: Print) -> LineView:
    line, article = standing.line, standing.article
    has_more = standing.priced and not line.is_single and line.count < MOST_PIECES
    return LineView(
        title=choose_phrase(article.title, phrases.language) if article else line.code,
        count=line.count,
        rows=_view_rows(standing, phrases, print_amount),
        notes=[_say_note(note, standing, phrases, print_amount) for note in standing.notes],
        family=tell_family(tuple(list_family(session, article)), phrases) if article else "",
        fewer=name_more(line.id, -1) if line.count > 1 else "",
        more=name_more(line.id, 1) if has_more else "",
        remove=name_count(line.id, 0),
        ways=[WayView(phrases.ways[way], name_way(line.id, way), way == line.way) for way in WAYS] if article else [],
    )


def _view_rows(standing: LineStanding, phrases: BasketWords, print_amount: Print) -> list[RowView]:
    if standing.priced is None:
        return []
    rows = explain_line(standing.priced, choose_bill_words(phrases.language), print_amount)
    return [RowView(row.text, row.detail, _print_signed(row.amount, print_amount), row.amount < 0) for row in rows]


def _print_signed(amount: Decimal, print_amount: Print) -> str:
    return f"{_MINUS}{print_amount(-amount)}" if amount < 0 else print_amount(amount)


def _say_note(note: Note, standing: LineStanding, phrases: BasketWords, print_amount: Print) -> str:
    article = standing.article
    return phrases.notes[note].format(
        was=print_amount(standing.line.seen_price),
        left=standing.left,
        age=article.min_age if article else "",
    )


def _state_tax(share: TaxShare, phrases: BasketWords, print_amount: Print) -> str:
    return phrases.tax.format(tax=print_amount(share.tax), rate=share.rate, gross=print_amount(share.gross))


def _view_idle(priced: PricedBasket, phrases: BasketWords, print_amount: Print) -> list[tuple[str, str]]:
    words = choose_bill_words(phrases.language)
    return [
        (choose_phrase(idle.title, phrases.language), explain_idle(idle, words, print_amount)) for idle in priced.idle
    ]
