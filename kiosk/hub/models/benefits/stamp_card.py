"""The stamp card of a member: which departments she came by since it was last full."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class StampCard(Base):
    """Her `number`th card with a stamp for each of `zones`, in their order; of those before, she `turned_in` so many.

    `days` says for each department the day of its last stamp, as ISO 8601: it stamps once a day.
    """

    __tablename__ = "stamp_cards"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    number: Mapped[int] = mapped_column(default=1)
    turned_in: Mapped[int] = mapped_column(default=0)
    zones: Mapped[list[str]] = mapped_column(default_factory=list)
    days: Mapped[dict[str, str]] = mapped_column(default_factory=dict)


def find_card(session: Session, member_key: str) -> StampCard | None:
    """The member's card."""
    return session.get(StampCard, member_key)


def stamp(card: StampCard, zone: str, day: date) -> bool:
    """Stamp the card for this department; False: it has that stamp, or the department stamped on that day or later."""
    if zone in card.zones or card.days.get(zone, "") >= day.isoformat():
        return False
    card.zones, card.days = [*card.zones, zone], {**card.days, zone: day.isoformat()}
    return True
