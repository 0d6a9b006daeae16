"""Somebody of the staff looks at a member, and lets her buy what not everybody may, or does not."""

from collections import defaultdict
from datetime import timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.age import is_to_be_looked_at, mark_look, name_asker
from kiosk.hub.domain.basket.change import note_change
from kiosk.hub.models.basket.basket import list_restricted_lines, open_basket
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.problem import Problem

Verdict: TypeAlias = Literal["approve", "refuse"]
PATIENCE = timedelta(hours=3)
"""Whose basket has not changed for so long is not waiting in the store any more."""


class Look(Struct, frozen=True):
    """Who of the staff looked, the `mark_look` of what was seen, and what came of it."""

    clerk: str
    mark: str
    verdict: Verdict


class Asker(Struct, frozen=True):
    """A member who waits, by the code that her phone shows, and what she wants to buy."""

    code: str
    asked: tuple[tuple[BasketLine, Article], ...]


def list_askers(hub: Hub, session: Session, store_id: str) -> list[Asker]:
    """Who waits for somebody of the staff to look, who waits longest first."""
    baskets = defaultdict[str, list[tuple[BasketLine, Article]]](list)
    for line, article in list_restricted_lines(session, store_id, hub.now() - PATIENCE):
        if is_to_be_looked_at(line, article):
            baskets[find_person(session, session.get_one(Member, line.member_key)).key].append((line, article))
    day = hub.now().date()
    return [Asker(name_asker(key, day), tuple(asked)) for key, asked in baskets.items()]


def decide_line(hub: Hub, session: Session, store_id: str, line_id: str, look: Look) -> None:
    """Let her buy this line or not.

    Raises a 404 `Problem` for a line that lies in no basket of this store, and a 409 for one that is another by now.
    """
    line, article = _get_line(session, store_id, line_id)
    if mark_look(line, article) != look.mark:
        raise Problem(409, "line_elsewhere", "She changed her basket meanwhile.")
    is_approved = look.verdict == "approve"
    line.approved_by, line.approved_age = (look.clerk, article.min_age) if is_approved else (None, None)
    line.refused_by = None if is_approved else look.clerk
    basket = open_basket(session, line.member_key, hub.now())
    note_change(hub, session, basket, f"look:{hub.mint()}", "")


def _get_line(session: Session, store_id: str, line_id: str) -> tuple[BasketLine, Article]:
    line = session.get(BasketLine, line_id)
    member = session.get(Member, line.member_key) if line else None
    article = find_article(session, store_id, line.code) if line else None
    if line is None or article is None or member is None or member.store_id != store_id:
        raise Problem(404, "not_found", "No basket of this store holds such a line.")
    return line, article
