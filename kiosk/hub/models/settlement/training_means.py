"""What the training till keeps of means of payment: apart from what the hub believes of them."""

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.hub.models.base import Base


class TrainingMeans(Base):
    """A means of payment under the hub's id for it; `pays`: it is charged whenever it is asked to be."""

    __tablename__ = "training_means"

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(default="open")
    pays: Mapped[bool] = mapped_column(default=False)
