"""What was sold on phones and what came back, by article and time: so that who counts may take his time."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class StockMove(Base):
    """So many `pieces` of the article `code` came to the shelf at this time; below zero they left it."""

    __tablename__ = "stock_moves"
    __table_args__ = (Index(None, "store_id", "code", "moved_at"), Index(None, "moved_at"))

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    code: Mapped[str]
    pieces: Mapped[int]
    moved_at: Mapped[datetime]


def sum_moves(session: Session, store_id: str, code: str, since: datetime) -> int:
    """By how many pieces the stock of this article has changed since that time."""
    query = select(func.sum(StockMove.pieces)).where(StockMove.store_id == store_id, StockMove.code == code)
    return int(session.scalar(query.where(StockMove.moved_at > since)) or 0)
