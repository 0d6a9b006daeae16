"""A phone that asked to be told of a coupon: Apple calls it a registration."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

MOST_DEVICES = 20
"""Her own phone, watch and tablet, and those before them: beyond that the first ones go."""


class WalletDevice(Base):
    """A device, by the hash of the name that it gives itself here; `push_token` is how Apple finds it."""

    __tablename__ = "wallet_devices"

    device_hash: Mapped[str] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(ForeignKey("wallet_coupons.serial"), primary_key=True)
    push_token: Mapped[str]
    registered_at: Mapped[datetime]


def register_device(session: Session, device: WalletDevice) -> bool:
    """Note that this device has the coupon, once; `False`: it was known, and has now this push token."""
    is_new = session.get(WalletDevice, (device.device_hash, device.serial)) is None
    session.merge(device)
    session.flush()
    for old in list_devices(session, device.serial)[MOST_DEVICES:]:
        session.delete(old)
    return is_new


def unregister_device(session: Session, device_hash: str, serial: str) -> None:
    """Forget that this device has the coupon."""
    known = WalletDevice.device_hash == device_hash, WalletDevice.serial == serial
    session.execute(delete(WalletDevice).where(*known))


def list_devices(session: Session, serial: str) -> Sequence[WalletDevice]:
    """The devices that have the coupon, the last registered first."""
    query = select(WalletDevice).where(WalletDevice.serial == serial)
    return session.scalars(query.order_by(WalletDevice.registered_at.desc(), WalletDevice.device_hash)).all()


def list_serials(session: Session, device_hash: str) -> Sequence[str]:
    """The coupons that this device has."""
    query = select(WalletDevice.serial).where(WalletDevice.device_hash == device_hash)
    return session.scalars(query.order_by(WalletDevice.serial)).all()


def forget_push_token(session: Session, push_token: str) -> None:
    """Forget a device that Apple no longer finds."""
    session.execute(delete(WalletDevice).where(WalletDevice.push_token == push_token))
