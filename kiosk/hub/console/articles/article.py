"""One article at the console: what it costs, with the evidence of what it cost before, and how many there are."""

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.articles.article_draft import ArticleDraft, read_article_draft, read_fields, type_fields
from kiosk.hub.console.articles.articles import ARTICLES, find_own_article
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.domain.basket.facts import gather_month
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.article_price import list_article_prices
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.money import format_money
from kiosk.hub.text.price_tag import make_tag
from kiosk.hub.text.words import choose_words

_ARTICLE = f"{ARTICLES}/{{code}}"
_MOST_PRICES = 24

router = APIRouter(include_in_schema=False)


class PriceRow(Struct, frozen=True):
    """What it cost from a day on."""

    day: str
    price: str


@router.get(_ARTICLE)
def show_article(desk: DeskDep, code: str) -> Response:
    """The form, filled from what is kept."""
    with desk.hub.database.read() as session:
        article = find_own_article(desk, session, code)
        return _show(desk, session, article, type_fields(article, desk.words["page"]["language"]))


@router.post(_ARTICLE)
def post_article(desk: DeskDep, code: str) -> Response:
    """Keep the article as it is typed; or say what is wrong, or that somebody else was faster."""
    typed = read_fields(desk.form)
    with desk.hub.database.write() as session:
        article = find_own_article(desk, session, code)
        draft = read_article_draft(typed, article, desk.store.time_zone)
        if draft.complaints or _is_late(desk, article, typed):
            return _show(desk, session, article, typed, draft)
        _put(desk, session, article, draft, counts=_counts(desk, typed))
    return RedirectResponse(f"{ARTICLES}/{code}?said=article_saved", 303)


def _put(desk: Desk, session: Session, article: Article, draft: ArticleDraft, *, counts: bool) -> None:
    """What it cost before stays as evidence; what is sold meanwhile stays sold, unless somebody counted."""
    before = take_gist(article)
    article.price = article.price if draft.price is None else draft.price
    article.deposit, article.min_age = draft.deposit, draft.min_age
    article.label_least, article.label_most = draft.label_least, draft.label_most
    article.stock = draft.stock if counts else article.stock
    article.changed_at = desk.hub.now()
    note_article_change(desk.hub, session, article, before)


def _is_late(desk: Desk, article: Article, typed: dict[str, str]) -> bool:
    """Whether somebody changed it meanwhile, or some were sold of what somebody counts now."""
    is_sold = _counts(desk, typed) and get_text(desk.form, "shown_stock") != _name_stock(article)
    return is_sold or get_text(desk.form, "version") != _name_version(article)


def _counts(desk: Desk, typed: dict[str, str]) -> bool:
    """Whether the number of pieces is another one than the form showed."""
    return typed["stock"] != get_text(desk.form, "shown_stock")


def _name_stock(article: Article) -> str:
    return "" if article.stock is None else f"{article.stock}"


def _name_version(article: Article) -> str:
    return article.changed_at.isoformat()


def _show(
    desk: Desk, session: Session, article: Article, typed: dict[str, str], draft: ArticleDraft | None = None
) -> Response:
    language = desk.words["page"]["language"]
    words, facts = choose_words(language), gather_month(session, article, (), desk.hub.now())
    complaints = {
        name: desk.words["complaints"][one.name].format(least=one.least, most=one.most)
        for name, one in (draft.complaints.items() if draft else ())
    }
    is_late = draft is not None and not complaints
    values = {
        "article": article,
        "title": choose_phrase(article.title, language),
        "typed": typed,
        "version": _name_version(article),
        "shown_stock": get_text(desk.form, "shown_stock") if draft else _name_stock(article),
        "complaints": complaints,
        "is_late": is_late,
        "tag": make_tag(facts.stated, words),
        "prices": _list_prices(desk, session, article),
        "may_change": desk.may("POST", _ARTICLE),
    }
    return desk.show("console_article.html", values, 409 if is_late else 400 if complaints else 200)


def _list_prices(desk: Desk, session: Session, article: Article) -> list[PriceRow]:
    """The last ones, the latest first."""
    language, time_zone = desk.words["page"]["language"], desk.store.time_zone
    history = list_article_prices(session, article)[::-1][:_MOST_PRICES]
    return [
        PriceRow(
            format_day(one.since, time_zone, choose_words(language)),
            format_money(one.amount, article.currency, language),
        )
        for one in history
    ]
