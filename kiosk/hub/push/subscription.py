"""What a browser says of where it is rung, checked before anything is kept or asked."""

from base64 import urlsafe_b64decode
from binascii import Error as NoBase64
from collections.abc import Collection
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from msgspec import Struct
from typing_extensions import override

LONGEST_ENDPOINT = 1000
_AUTH_BYTES = 16


class Subscription(Struct, frozen=True):
    """Where a browser is rung, and by which keys it reads (RFC 8291, section 2): `p256dh` and `auth`, in Base64."""

    endpoint: str
    p256dh: str
    auth: str

    @override
    def __repr__(self) -> str:
        """Without its address, which is a secret of the browser."""
        return "Subscription(...)"


def read_subscription(endpoint: str, p256dh: str, auth: str, hosts: Collection[str]) -> Subscription | None:
    """The subscription; `None` for keys that are none, and for an address that is none of these `hosts`."""
    is_good = _is_of(endpoint, hosts) and _is_point(p256dh) and len(_decode(auth)) == _AUTH_BYTES
    return Subscription(endpoint, p256dh, auth) if is_good else None


def _is_of(endpoint: str, hosts: Collection[str]) -> bool:
    """Whether it leads to one of the hosts, or below it, with TLS, and to nobody besides."""
    if len(endpoint) > LONGEST_ENDPOINT or not endpoint.isascii() or not endpoint.isprintable() or "\\" in endpoint:
        return False
    try:
        url = urlsplit(endpoint)
    except ValueError:
        return False
    place = url.netloc.removesuffix(":443")
    is_known = any(place == host or place.endswith(f".{host}") for host in hosts)
    return url.scheme == "https" and "@" not in place and is_known


def _is_point(p256dh: str) -> bool:
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), _decode(p256dh))
    except ValueError:
        return False
    return True


def _decode(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (NoBase64, ValueError):
        return b""
