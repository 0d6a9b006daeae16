"""The articles at the console: the list of them, found by a word or by a code."""

from collections.abc import Mapping

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.codes.read import read_code
from kiosk.codes.reading import Reading
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.models.catalogue.article import Article, find_article, list_article_titles, map_articles
from kiosk.hub.models.store.department import Department, map_departments, name_zone
from kiosk.hub.problem import Problem
from kiosk.hub.text.money import format_money

ARTICLES = "/console/articles"
MOST = 100
"""More than that nobody reads: the word is to say more."""

router = APIRouter(include_in_schema=False)


class ArticleRow(Struct, frozen=True):
    """What the list prints of an article; `price` is empty where its label has one, `stock` where nobody counts."""

    code: str
    title: str
    about: str
    price: str
    stock: str
    is_sold: bool


@router.get(ARTICLES)
def show_articles(desk: DeskDep, q: str = "") -> Response:
    """Show the store's articles, those that hold the word that is asked for, or bear the code."""
    word = q.strip()[:100]
    with desk.hub.database.read() as session:
        codes = _find_codes(desk, session, word)
        found = map_articles(session, desk.store.id, codes[:MOST])
        departments = map_departments(session, desk.store.id)
        rows = [_view(desk, found[code], departments) for code in codes[:MOST]]
    return desk.show("console_articles.html", {"articles": rows, "q": word, "more": len(codes) - len(rows)})


def find_own_article(desk: Desk, session: Session, code: str) -> Article:
    """The article; raises a 404 `Problem` for what this store does not have."""
    article = find_article(session, desk.store.id, code)
    if article is None:
        raise Problem(404, "not_found", "There is no such article.")
    return article


def _find_codes(desk: Desk, session: Session, word: str) -> list[str]:
    read = read_code(word, desk.hub.settings.scale_labels) if word else None
    asked = read.article if isinstance(read, Reading) else word
    return [
        code
        for code, title in list_article_titles(session, desk.store.id)
        if asked in code or any(word.casefold() in text.casefold() for text in title.values())
    ]


def _view(desk: Desk, article: Article, departments: Mapping[str, Department]) -> ArticleRow:
    language, phrases = desk.words["page"]["language"], desk.words["articles"]
    about = (article.code.lstrip("0"), name_zone(article.department or "", departments, language), article.variant)
    return ArticleRow(
        code=article.code,
        title=choose_phrase(article.title, language),
        about=" · ".join(part for part in about if part),
        price="" if article.sold_by == "label" else format_money(article.price, article.currency, language),
        stock="" if article.stock is None else phrases["stock"].format(count=article.stock),
        is_sold=article.archived_at is None,
    )
