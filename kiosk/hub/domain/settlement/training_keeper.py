"""What the built-in till keeps of means of payment: whether one would pay is chosen on a page as it is set up."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal, TypeAlias, get_args

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.database import Database
from kiosk.hub.models.settlement.training_means import TrainingMeans
from kiosk.hub.payment.means import Keeping, Means, State
from kiosk.hub.payment.provider import ProviderRefused

Named: TypeAlias = Literal["pays", "declines"]
NAMED: tuple[Named, ...] = get_args(Named)
"""What she may name: a means that pays whenever it is charged, or one that never does."""


class TrainingKeeper:
    """Its books are a table of the hub's database, written in transactions of their own."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def set_up(self, means: Means) -> Keeping:
        """Write it down."""
        with self._database.write() as session:
            row = session.get(TrainingMeans, means.id)
            if row is None:
                row = TrainingMeans(id=means.id)
                session.add(row)
            return _read(row)

    def look_up_means(self, means: Means) -> Keeping | None:
        """As its books say."""
        with self._database.read() as session:
            row = session.get(TrainingMeans, means.id)
            return _read(row) if row else None

    def let_go(self, means: Means) -> None:
        """Write that down."""
        with self._database.write() as session:
            row = session.get(TrainingMeans, means.id)
            if row is not None:
                row.state = "ended"

    def name_means(self, means_id: str, named: Named) -> None:
        """Keep what somebody chose on its page, once."""
        with self._database.write() as session:
            row = session.get(TrainingMeans, means_id)
            if row is None:
                message = "the training till never heard of this"
                raise ProviderRefused(message)
            if row.state == "open":
                row.state, row.pays = "kept", named == "pays"

    def approves(self, session: Session, ref: str) -> bool:
        """Whether this pays. Raises `ProviderRefused` for what it keeps no more."""
        row = session.get(TrainingMeans, ref)
        if row is None or row.state != "kept":
            message = "the training till keeps nothing by which this could be charged"
            raise ProviderRefused(message)
        return row.pays


def _read(row: TrainingMeans) -> Keeping:
    return Keeping(row.id, msgspec.convert(row.state, State))
