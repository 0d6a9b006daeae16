"""A shop with its screens, offers and members."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Store(Base):
    """A store; `revision` counts the changes of its members that screens must hear of.

    `control_salt` draws its control groups: never changed, so that who is held out stays so. `contacts_per_day` is how
    many offers a shopper is shown in a day at most; `None`: as each screen is set. `playlist_epoch` is when the loop's
    cycle began on all its screens; `None`: each plays by itself. Who was erased up to `forgotten_revision` is named to
    no screen any more.
    """

    __tablename__ = "stores"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    language: Mapped[str]
    revision: Mapped[int] = mapped_column(default=0)
    control_salt: Mapped[str] = mapped_column(default="")
    contacts_per_day: Mapped[int | None] = mapped_column(default=None)
    playlist_epoch: Mapped[datetime | None] = mapped_column(default=None)
    forgotten_revision: Mapped[int] = mapped_column(default=0, server_default="0")


def get_store(session: Session, store_id: str) -> Store:
    """The store of a row that refers to it; raises `NoResultFound` if there is none."""
    return session.get_one(Store, store_id)


def list_stores(session: Session) -> list[Store]:
    """All stores by their names."""
    return list(session.scalars(select(Store).order_by(Store.name)))


def count_revision(session: Session, store_id: str) -> int:
    """The next revision of the store's members."""
    store = get_store(session, store_id)
    store.revision += 1
    return store.revision
