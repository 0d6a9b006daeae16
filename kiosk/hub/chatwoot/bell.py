"""A webhook of a Chatwoot: whether it is one, and what to look at because of it.

Source: chatwoot/chatwoot, `lib/webhooks/trigger.rb`: `X-Chatwoot-Signature` is `sha256=` and the hex HMAC-SHA256 over
`timestamp.body`, with `X-Chatwoot-Timestamp` in seconds.
"""

import hmac
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from kiosk.hub.chatwoot.shapes import Number
from kiosk.hub.problem import Problem

TOLERANCE = timedelta(minutes=5)
CREATED = "message_created"
_HEARD = frozenset({CREATED, "message_updated", "conversation_status_changed", "conversation_updated"})
_TIME = re.compile(r"[0-9]{1,12}")


class Ring(Struct, frozen=True):
    """The conversation of this number is to be looked at, from before this message on if one is named."""

    number: int
    message_id: int | None = None


class _Named(Struct, frozen=True):
    id: Number


class _Told(Struct, frozen=True):
    event: str
    id: Number | str | None = None
    conversation: _Named | None = None


def check_signature(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise a 401 `Problem` unless the secret's holder signed this within five minutes of now."""
    stamp = headers.get("x-chatwoot-timestamp", "")
    expected = f"sha256={hmac.digest(secret.encode(), stamp.encode() + b'.' + body, 'sha256').hex()}"
    given = headers.get("x-chatwoot-signature", "").encode("utf-8", "replace")
    if not hmac.compare_digest(expected.encode(), given) or not _TIME.fullmatch(stamp):
        raise Problem(401, "signature_wrong", "Nobody who may speak here signed this.")
    if abs(now.timestamp() - int(stamp)) > TOLERANCE.total_seconds():
        raise Problem(401, "timestamp_far", "It was signed more than five minutes from now.")


def read_ring(body: bytes) -> Ring | None:
    """What is to be looked at; `None`: nothing, by this kind of event. Raises a 400 `Problem`."""
    try:
        told = msgspec.json.decode(body, type=_Told)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(400, "malformed", "This is no event of a Chatwoot.") from error
    if told.event not in _HEARD:
        return None
    if told.conversation is None:
        return Ring(told.id) if isinstance(told.id, int) else None
    return Ring(told.conversation.id, told.id if isinstance(told.id, int) else None)
