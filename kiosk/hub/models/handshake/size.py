"""The sizes that a member wears, as she wrote them down herself."""

from collections.abc import Collection

from sqlalchemy import ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LONGEST = 200


class Size(Base):
    """Her sizes in her own words: `shoes 38, tops M`."""

    __tablename__ = "sizes"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    text: Mapped[str]


def find_sizes(session: Session, keys: Collection[str]) -> str:
    """What was written down under any of these keys; empty: nothing."""
    found = session.scalars(select(Size.text).where(Size.member_key.in_(keys)).order_by(Size.member_key))
    return ", ".join(found)


def set_sizes(session: Session, member_key: str, keys: Collection[str], text: str) -> None:
    """Write them down in place of what stood there under these keys; empty: nothing stands there any more."""
    session.execute(delete(Size).where(Size.member_key.in_(keys)))
    if text:
        session.add(Size(member_key=member_key, text=text))
    session.flush()


def move_sizes(session: Session, key: str, member_key: str) -> None:
    """Let what she wrote under this key be what she wrote in her account, unless something stands there."""
    if session.get(Size, member_key) is None:
        session.execute(update(Size).where(Size.member_key == key).values(member_key=member_key))
    session.execute(delete(Size).where(Size.member_key == key))
