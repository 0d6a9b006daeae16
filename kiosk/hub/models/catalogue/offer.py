"""An offer as a store manager keeps it, and as the catalogue states it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.orm import Mapped, Session, lazyload, mapped_column, relationship, validates

from kiosk.contract.daypart import Daypart
from kiosk.contract.money import LARGEST, Money, UnitPrice
from kiosk.contract.offer import Audience, Budget, Caps, Control, Validity
from kiosk.contract.offer import Offer as StatedOffer
from kiosk.errors import KioskError
from kiosk.hub.models.base import Base
from kiosk.hub.models.catalogue.picture import Picture, state_media
from kiosk.hub.models.catalogue.price import Price, reckon_reduction

_CENT = Decimal("0.01")
LEAST_CONTENT, MOST_CONTENT = Decimal("0.001"), Decimal(100_000)


class ContentRefused(KioskError):
    """No unit price follows from such a content; the text says what is allowed."""

    def __init__(self) -> None:
        super().__init__(f"the content must lie between {LEAST_CONTENT} and {MOST_CONTENT} of what its price is for")


class Offer(Base):
    """An offer of a store.

    `content` is how many of `content_per` it holds (2.2 of "100 g"): the unit price follows from it. To set one from
    which none can follow raises `ContentRefused`.
    `image_alt` describes the picture to who cannot see it. `version` counts its changes, so that of two people who
    edit it at once the second is told. An archived offer is shown no more, and kept as evidence.
    `budget` is what it has as a whole, as if nobody had kept it yet: each of its bookmarks takes `each` of it.
    """

    __tablename__ = "offers"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    title: Mapped[dict[str, str]]
    text: Mapped[dict[str, str]]
    currency: Mapped[str]
    individual: Mapped[bool] = mapped_column(default=False)
    image_name: Mapped[str | None] = mapped_column(ForeignKey("pictures.name"), default=None)
    image_portrait_name: Mapped[str | None] = mapped_column(ForeignKey("pictures.name"), default=None)
    image_alt: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    unit: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    content: Mapped[Decimal | None] = mapped_column(default=None)
    content_per: Mapped[str | None] = mapped_column(default=None)
    gtin: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(default_factory=Audience)
    zones: Mapped[list[str]] = mapped_column(default_factory=list)
    valid_from: Mapped[datetime | None] = mapped_column(default=None)
    valid_until: Mapped[datetime | None] = mapped_column(default=None)
    dayparts: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    priority: Mapped[int] = mapped_column(default=0)
    per_shopper_day: Mapped[int | None] = mapped_column(default=None)
    per_screen_hour: Mapped[int | None] = mapped_column(default=None)
    per_screen_day: Mapped[int | None] = mapped_column(default=None)
    budget: Mapped[Budget | None] = mapped_column(default=None)
    control: Mapped[Control | None] = mapped_column(default=None)
    bookmarkable: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    prices: Mapped[list[Price]] = relationship(init=False, viewonly=True, lazy="selectin", order_by=Price.since)
    image: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[image_name])
    image_portrait: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[image_portrait_name])

    @validates("content")
    def check_content(self, _name: str, content: Decimal | None) -> Decimal | None:
        """The content as it is kept; raises `ContentRefused`."""
        if content is None or (content.is_finite() and LEAST_CONTENT <= content <= MOST_CONTENT):
            return content
        raise ContentRefused


_BY_ID = select(Offer).where(Offer.id == bindparam("id")).options(lazyload(Offer.prices))


def find_offer(session: Session, offer_id: str) -> Offer | None:
    """The offer of this id, without its prices until somebody asks for them: who taps does not."""
    return session.scalar(_BY_ID, {"id": offer_id})


def list_offers(session: Session, store_id: str) -> list[Offer]:
    """The store's offers that are not archived, the most important first."""
    query = select(Offer).where(Offer.store_id == store_id, Offer.archived_at.is_(None))
    query = query.order_by(Offer.priority.desc(), Offer.id)
    return list(session.scalars(query))


def list_archived_offers(session: Session, store_id: str) -> list[Offer]:
    """The store's archived offers, the last archived first."""
    query = select(Offer).where(Offer.store_id == store_id, Offer.archived_at.is_not(None))
    return list(session.scalars(query.order_by(Offer.archived_at.desc(), Offer.id)))


def state_offer(offer: Offer, now: datetime, link: str | None = None) -> StatedOffer:
    """The offer as the catalogue states it at `now`; `link` is the page that a phone opens."""
    reduction = reckon_reduction(offer.prices, now)
    return StatedOffer(
        id=offer.id,
        title=offer.title,
        text=offer.text,
        price=_state_money(offer, reduction.amount),
        was=_state_money(offer, reduction.was),
        lowest_30d=_state_money(offer, reduction.lowest_30d),
        individual=offer.individual,
        image=state_media(offer.image),
        image_portrait=state_media(offer.image_portrait),
        unit=offer.unit,
        unit_price=reckon_unit_price(_state_money(offer, reduction.amount), offer.content, offer.content_per),
        gtin=offer.gtin,
        audience=offer.audience,
        zones=tuple(offer.zones),
        valid=Validity(offer.valid_from, offer.valid_until),
        dayparts=msgspec.convert(offer.dayparts, tuple[Daypart, ...]),
        priority=offer.priority,
        caps=Caps(offer.per_shopper_day, offer.per_screen_hour, offer.per_screen_day),
        budget=offer.budget,
        control=offer.control,
        bookmarkable=offer.bookmarkable,
        link=link,
    )


def reckon_unit_price(price: Money | None, content: Decimal | None, per: str | None) -> UnitPrice | None:
    """The unit price of what costs so much and holds `content` of `per`; `None` where one of them is not stated."""
    if price is None or content is None or per is None:
        return None
    amount = (price.amount / content).quantize(_CENT)
    # Beyond that it is a mistake, which must not hide the other offers.
    return UnitPrice(amount, price.currency, per) if amount <= LARGEST else None


def _state_money(offer: Offer, amount: Decimal | None) -> Money | None:
    return None if amount is None else Money(amount, offer.currency)
