"""The hub's own secret, which makes a form's token: known to no browser, and the same after a restart."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared


class FormKey(Base):
    """The key; the migration that makes the table puts its one row in."""

    __tablename__ = "form_keys"

    key: Mapped[str] = mapped_column(primary_key=True)


_ALL = Prepared(select(FormKey.key), str)


def get_form_key(session: Session) -> bytes:
    """The key of this database."""
    (key,) = _ALL.run(session)
    return key.encode()
