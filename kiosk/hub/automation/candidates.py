"""Whom a rule may have its say to now: who kept what it is about, and was not judged by it before."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.reminder import Reminder
from kiosk.hub.models.store.happening import Happening, list_happenings
from kiosk.hub.rules import PATIENCE, Rule, is_due


class Candidate(Struct, frozen=True):
    """A bookmark, and why the rule looks at it."""

    bookmark: Bookmark
    cause: str = ""


def list_candidates(session: Session, rule: Rule, now: datetime, most: int) -> list[Candidate]:
    """At most so many, those who kept it first before the others."""
    found = _list_ending(session, rule, now) if rule.trigger == "offer_ends" else _list_concerned(session, rule, now)
    return [one for one, _ in zip(found, range(most), strict=False)]


def _list_ending(session: Session, rule: Rule, now: datetime) -> Iterator[Candidate]:
    begin, end = now - rule.wait - PATIENCE, now - rule.wait
    query = _select_fresh(rule, "").where(Bookmark.due_at > begin, Bookmark.due_at <= end)
    for bookmark in session.scalars(query.order_by(Bookmark.kept_at, Bookmark.id)):
        ends_at = bookmark.expires_at
        # Who keeps it when it is about to end needs no reminder.
        if ends_at and is_due(rule, ends_at, now) and bookmark.kept_at < ends_at + rule.wait:
            yield Candidate(bookmark)


def _list_concerned(session: Session, rule: Rule, now: datetime) -> Iterator[Candidate]:
    for happening in list_happenings(session, rule.trigger, now - rule.wait - PATIENCE, now - rule.wait):
        query = _select_fresh(rule, happening.id).where(_concerns(happening))
        for bookmark in session.scalars(query.order_by(Bookmark.kept_at, Bookmark.id)):
            yield Candidate(bookmark, happening.id)


def _concerns(happening: Happening) -> ColumnElement[bool]:
    """Goods that are back concern who kept them while they were not there."""
    if happening.bookmark_id is not None:
        return Bookmark.id == happening.bookmark_id
    return and_(Bookmark.offer_id == happening.offer_id, Bookmark.kept_at < happening.happened_at)


def _select_fresh(rule: Rule, cause: str) -> Select[Bookmark]:
    judged = select(Reminder.rule).where(
        Reminder.rule == rule.name, Reminder.bookmark_id == Bookmark.id, Reminder.cause == cause
    )
    return select(Bookmark).where(Bookmark.state == "issued", ~judged.exists())
