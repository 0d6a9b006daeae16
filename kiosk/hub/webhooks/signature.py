"""How a receiver knows that the hub sent an event, and when.

Source: Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, and a secret of `whsec_` and base 64.
"""

import hashlib
import hmac
from base64 import b64decode, b64encode
from datetime import datetime

_PREFIX = "whsec_"


def make_secret(chance: str) -> str:
    """A secret that follows from a text that nobody can guess."""
    return _PREFIX + b64encode(hashlib.sha256(chance.encode()).digest()).decode()


def sign(secret: str, event_id: str, now: datetime, body: bytes) -> dict[str, str]:
    """The headers that go with this body, at this try."""
    stamp = str(int(now.timestamp()))
    signed = b".".join((event_id.encode(), stamp.encode(), body))
    digest = hmac.digest(b64decode(secret.removeprefix(_PREFIX)), signed, "sha256")
    return {
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{b64encode(digest).decode()}",
    }
