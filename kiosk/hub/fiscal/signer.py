"""A device that signs sales, as the hub asks it."""

from datetime import datetime
from typing import Protocol, runtime_checkable

from msgspec import Struct

from kiosk.errors import KioskError


class SignerSilent(KioskError):
    """The device does not answer: the sale stands, its receipt says so, and it is asked again."""


class Sale(Struct, frozen=True):
    """What is to be signed; `id` names it for ever, and `number` is the store's count of it."""

    id: str
    number: int
    begun_at: datetime
    ended_at: datetime
    data: str


class Seal(Struct, frozen=True):
    """What the device says (KassenSichV section 6): its own count of the sale and of its signatures, and those.

    `serial` names the device; `signature` and `public_key` are Base64. `is_training`: all of it is worth nothing before
    the law.
    """

    serial: str
    transaction: int
    counter: int
    begun_at: datetime
    ended_at: datetime
    algorithm: str
    signature: str
    public_key: str
    is_training: bool = False


@runtime_checkable
class Signer(Protocol):
    """A device. Raises `SignerSilent`; what it signed under an id it signs no second time."""

    @property
    def is_training(self) -> bool:
        """Whether its signatures are worth nothing."""
        ...

    def sign(self, sale: Sale) -> Seal:
        """Sign it, or say again what was signed."""
        ...
