"""Who signed what another system sends: Standard Webhooks 1.0.0, symmetric (https://www.standardwebhooks.com)."""

import base64
import hmac
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from kiosk.hub.problem import Problem

_PREFIX = "whsec_"
_HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
_TOLERANCE = timedelta(minutes=5)
_ID = re.compile(r"[!-~]{1,128}")
_TIME = re.compile(r"[0-9]{1,12}")
_VERSION = "v1,"


class Envelope(Struct, frozen=True):
    """What stands in the headers: the message's name, when it was sent, as written, and the signatures under it."""

    id: str
    timestamp: str
    signatures: str


def read_envelope(headers: Mapping[str, str]) -> Envelope:
    """What the headers say; raises a 400 `Problem` where they say too little or too much."""
    envelope = Envelope(*(headers.get(name, "") for name in _HEADERS))
    if not _ID.fullmatch(envelope.id) or not _TIME.fullmatch(envelope.timestamp):
        raise Problem(400, "malformed", f"It needs the headers {', '.join(_HEADERS)}.")
    return envelope


def check_signature(secret: str, envelope: Envelope, body: bytes, now: datetime) -> None:
    """Raise a 401 `Problem` unless the secret's holder signed this within five minutes of now."""
    expected = sign(secret, envelope.id, envelope.timestamp, body).encode()
    signatures = envelope.signatures.encode("utf-8", "replace").split(b" ")
    if not any(hmac.compare_digest(expected, signature) for signature in signatures):
        raise Problem(401, "signature_wrong", "Nobody who may speak here signed this.")
    if abs(now.timestamp() - int(envelope.timestamp)) > _TOLERANCE.total_seconds():
        raise Problem(401, "timestamp_far", "It was signed more than five minutes from now.")


def sign(secret: str, message_id: str, timestamp: str, body: bytes) -> str:
    """The signature, as the header carries it; `secret` is one that `make_secret` made."""
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    mac = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, "sha256")
    return _VERSION + base64.b64encode(mac).decode()


def make_secret(chance: str) -> str:
    """A secret of 32 bytes out of a text that nobody can guess."""
    return _PREFIX + base64.b64encode(hmac.digest(chance.encode(), b"webhook", "sha256")).decode()
