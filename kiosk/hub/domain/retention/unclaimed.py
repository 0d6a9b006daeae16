"""Orders that nobody came for, or sent: they are cancelled, so that no money is kept for goods that nobody has."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from kiosk.hub.models.pickup.pickup import OPEN, Pickup


def list_unclaimed(session: Session, before: datetime, most: int) -> Sequence[Pickup]:
    """So many of those that have waited since then, in the order of their ids."""
    return session.scalars(_select(before).order_by(Pickup.id).limit(most)).all()


def count_unclaimed(session: Session, before: datetime) -> int:
    """How many those are."""
    return session.scalar(select(func.count()).select_from(_select(before).subquery())) or 0


def _select(before: datetime) -> Select[Pickup]:
    return select(Pickup).where(Pickup.state.in_(OPEN), Pickup.changed_at < before)
