"""Whose word a push service takes for the store's, and which services are asked at all."""

import os
import re
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError

KEY_OPTION = "--push-key"
CONTACT_OPTION = "--push-contact"
KNOWN = ("fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com")
"""Who rings for Chrome and its kin, Firefox, Safari, and Edge on Windows; each under its own subdomains, too."""
_NO_KEY = "is no readable key; `kiosk hub push-key FILE` makes one"
_CONTACT = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+|https://\S+")


class PushRefused(KioskError):
    """Phones cannot be rung with what was named; the text names the option."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class PushService(Struct, frozen=True):
    """The store's key, and whom a push service may ask about it (RFC 8292, section 2.1)."""

    key: EllipticCurvePrivateKey
    contact: str
    hosts: tuple[str, ...] = KNOWN

    @property
    def public_key(self) -> str:
        """The key's public half, as browsers want it: an uncompressed point, in Base64 for addresses."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return urlsafe_b64encode(point).decode().rstrip("=")

    @override
    def __repr__(self) -> str:
        """Without the key."""
        return f"PushService({self.contact})"


def make_push_key(file: Path) -> None:
    """Write a new key, for its owner's eyes alone. Raises `PushRefused`, also where there is one already."""
    key = generate_private_key(SECP256R1())
    try:
        place = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise PushRefused(str(file.name), "it is there already, or its folder is not writable") from error
    with os.fdopen(place, "wb") as opened:
        opened.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def read_push_service(file: Path, contact: str | None) -> PushService:
    """The service with the key of this file. Raises `PushRefused`."""
    if contact is None or not _CONTACT.fullmatch(contact):
        raise PushRefused(CONTACT_OPTION, "must say whom a push service may ask, as mailto:it@shop.example")
    try:
        key = load_pem_private_key(file.read_bytes(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise PushRefused(KEY_OPTION, _NO_KEY) from error
    if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
        raise PushRefused(KEY_OPTION, _NO_KEY)
    return PushService(key, contact)
