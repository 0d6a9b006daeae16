"""What the training till was asked to take: apart from what the hub believes of it, as a real provider has it."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.hub.models.base import Base


class TrainingCharge(Base):
    """A charge under the hub's id for it; `approves_at` is when an answer that is late comes."""

    __tablename__ = "training_charges"

    id: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]
    currency: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
    was_declined: Mapped[bool] = mapped_column(default=False)
    approves_at: Mapped[datetime | None] = mapped_column(default=None)
    given_back: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
