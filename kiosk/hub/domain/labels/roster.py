"""Which label belongs to which article, and how all of a store's stand."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.codes.gtin import read_gtin
from kiosk.errors import KioskError
from kiosk.hub.domain.labels.standing import Standing, judge_label
from kiosk.hub.models.catalogue.article import Article, find_article, map_articles
from kiosk.hub.models.store.shelf_label import ShelfLabel, find_shelf_label, list_shelf_labels


class ArticleUnknown(KioskError):
    """The store sells nothing of this code; the text says how it comes to know articles."""

    def __init__(self) -> None:
        super().__init__("the store sells nothing of this code: `kiosk hub import articles` brings in what it sells")


class LabelStanding(Struct, frozen=True):
    """A label, the name of its article, and how it stands."""

    label: ShelfLabel
    title: Mapping[str, str]
    standing: Standing


def find_labelled(session: Session, store_id: str, text: str) -> Article:
    """The article that the store sells under this code, as it is printed or kept. Raises `ArticleUnknown`."""
    code, reason = read_gtin(text) if text.isascii() and text.isdecimal() else ("", "no_code")
    article = find_article(session, store_id, text if reason else code) or find_article(session, store_id, text)
    if article is None or article.archived_at is not None:
        raise ArticleUnknown
    return article


def assign_label(session: Session, store_id: str, mac: str, article: Article, now: datetime) -> None:
    """Have the label show this article's price, whatever it showed before."""
    label = find_shelf_label(session, mac)
    if label is None:
        session.add(ShelfLabel(mac=mac, store_id=store_id, code=article.code, due_at=now))
    else:
        label.store_id, label.code, label.due_at, label.compared_at = store_id, article.code, now, None


def list_standings(session: Session, store_id: str, now: datetime) -> list[LabelStanding]:
    """All labels of the store, those that need somebody first."""
    labels = list_shelf_labels(session, store_id)
    articles = map_articles(session, store_id, {label.code for label in labels})
    standings = [
        LabelStanding(label, articles[label.code].title if label.code in articles else {}, judge_label(label, now))
        for label in labels
    ]
    return sorted(standings, key=lambda one: not one.standing.needs_somebody)
