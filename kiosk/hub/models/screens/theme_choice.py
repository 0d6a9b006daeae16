"""Which theme a screen was to wear, since when, and what it said to that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

_REMEMBERED = 400
_WORN = 2
"""Of each screen's choices the newest ones: what it shall wear, and what it would wear again."""


class ThemeChoice(Base):
    """One screen's part of a publication; the newest one of a screen is what it shall wear.

    `theme` is `None` for the one of the screen's own settings; `packages` are those that it fetches for it.
    `command_id` is of the command that told it last, at `sent_at`: `None` where there was no line to the broker.
    `reason` says why it did not put it on.
    """

    __tablename__ = "theme_choices"
    __table_args__ = (ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(index=True)
    screen_id: Mapped[str]
    publication: Mapped[str]
    theme: Mapped[str | None]
    options: Mapped[dict[str, Any]]
    chosen_by: Mapped[str]
    chosen_at: Mapped[datetime]
    command_id: Mapped[str] = mapped_column(unique=True)
    packages: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


def map_choices(session: Session, store_id: str) -> dict[str, ThemeChoice]:
    """What each screen of the store shall wear, as far as anybody chose it."""
    newest = select(func.max(ThemeChoice.id)).where(ThemeChoice.store_id == store_id).group_by(ThemeChoice.screen_id)
    choices = session.scalars(select(ThemeChoice).where(ThemeChoice.id.in_(newest)))
    return {choice.screen_id: choice for choice in choices}


def list_choices(session: Session, store_id: str) -> list[ThemeChoice]:
    """The store's latest choices, the newest first."""
    query = select(ThemeChoice).where(ThemeChoice.store_id == store_id).order_by(ThemeChoice.id.desc())
    return list(session.scalars(query.limit(_REMEMBERED)))


def find_choice_before(choices: Sequence[ThemeChoice], choice: ThemeChoice) -> ThemeChoice | None:
    """What its screen was to wear before; `choices` are the newest first."""
    own = (one for one in choices if one.screen_id == choice.screen_id and one.id < choice.id)
    return next(own, None)


def list_needed_packages(session: Session) -> set[str]:
    """By SHA-256, what the screens of all stores shall wear, or would wear again if that were undone."""
    age = func.row_number().over(
        partition_by=(ThemeChoice.store_id, ThemeChoice.screen_id), order_by=ThemeChoice.id.desc()
    )
    aged = select(ThemeChoice.packages, age.label("age")).subquery()
    needed = session.scalars(select(aged.c.packages).where(aged.c.age <= _WORN))
    return {package["sha256"] for packages in needed for package in packages.values()}


def find_choice_by_command(session: Session, command_id: str) -> ThemeChoice | None:
    """The choice that this command told."""
    return session.scalar(select(ThemeChoice).where(ThemeChoice.command_id == command_id))
