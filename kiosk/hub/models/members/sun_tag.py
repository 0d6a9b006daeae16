"""Which messages of a tag were shown before: each is good for one tap."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

WINDOW = 31
"""So many taps may arrive out of their order, as from a screen that was offline; as many bits as any INTEGER has."""


class SunTag(Base):
    """A tag, by its hash. `highest` is its highest counter so far; bit n of `seen`: that one less n was shown."""

    __tablename__ = "sun_tags"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)
    highest: Mapped[int]
    seen: Mapped[int]


def take_counter(session: Session, store_id: str, tag: str, counter: int) -> bool:
    """Note a tap of this tag; False: it was shown before, or is older than the window, so that nobody can tell."""
    row = session.get(SunTag, (store_id, tag), with_for_update=True)
    if row is None:
        session.add(SunTag(store_id=store_id, tag=tag, highest=counter, seen=1))
        return True
    moved = slide_window(row.highest, row.seen, counter)
    if moved is None:
        return False
    row.highest, row.seen = moved
    return True


def slide_window(highest: int, seen: int, counter: int) -> tuple[int, int] | None:
    """`highest` and `seen` with this counter in them; `None`: it is none to take (RFC 4303, section 3.4.3)."""
    ahead = counter - highest
    if ahead > 0:
        return counter, (seen << min(ahead, WINDOW) | 1) & (1 << WINDOW) - 1
    bit = 1 << min(-ahead, WINDOW)
    if -ahead >= WINDOW or seen & bit:
        return None
    return highest, seen | bit
