"""Goods on the shelf of the sample shop, and a member who fills her basket with them."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Change, change_basket
from kiosk.hub.domain.basket.standing import BasketStanding, gather_basket
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.promotion import set_promotions
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.codes.labels import print_german
from tests.hub.running import NOW

PEN = "04006381333931"
WINE = "00000096385074"
APPLES, CHEESE = "281234", "220007"
APPLES_LABEL = print_german("28", "1234", "01250")
CHEESE_LABEL = print_german("22", "0007", "00399")
_ids = count()


def stock(session: Session) -> None:
    """Four articles on the shelf: by the piece, by weight, at the price of a label, and for adults; no promotions."""
    set_promotions(session, STORE, [])
    session.add_all(
        Article(
            store_id=STORE,
            code=code,
            title={"en": title},
            price=Decimal(price),
            currency="EUR",
            vat="full",
            changed_at=NOW,
            sold_by=sold_by,
            stock=3 if code == PEN else None,
            min_age=18 if code == WINE else None,
        )
        for code, title, price, sold_by in (
            (PEN, "Pen", "2.00", "piece"),
            (WINE, "Wine", "8.00", "piece"),
            (APPLES, "Apples", "2.99", "weight"),
            (CHEESE, "Cheese", "0", "label"),
        )
    )
    session.flush()


def bound(session: Session, code: str, least: str, most: str) -> None:
    """Let no label of this article say less or more."""
    article = session.get_one(Article, (STORE, code))
    article.label_least, article.label_most = Decimal(least), Decimal(most)


def find_member(session: Session) -> Member:
    """One of those who allow what may be allowed."""
    allowing = select(Consent.member_key)
    return session.scalars(select(Member).where(Member.key.in_(allowing)).order_by(Member.key)).all()[0]


def make(hub: Hub, session: Session, *changes: Change) -> BasketStanding:
    """Let her make these changes, and see how her basket stands."""
    member = find_member(session)
    _make_all(hub, session, member, changes)
    return gather_basket(hub, session, member)


def _make_all(hub: Hub, session: Session, member: Member, changes: Iterable[Change]) -> None:
    for change in changes:
        change_basket(hub, session, member, f"change-{next(_ids)}", change)
