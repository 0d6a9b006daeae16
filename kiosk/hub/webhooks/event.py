"""An event as other systems are told it: CloudEvents 1.0, structured as JSON.

Source: CloudEvents 1.0.2, its JSON format, section 3; and its HTTP binding, section 3.2.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

MEDIA_TYPE = "application/cloudevents+json; charset=utf-8"
BOOKMARK_KEPT = "kiosk.bookmark.kept"
BOOKMARK_REDEEMED = "kiosk.bookmark.redeemed"
MESSAGE_WRITTEN = "kiosk.message.written"
CONSENT_WITHDRAWN = "kiosk.consent.withdrawn"
MEMBER_ERASED = "kiosk.member.erased"
KINDS = (BOOKMARK_KEPT, BOOKMARK_REDEEMED, MESSAGE_WRITTEN, CONSENT_WITHDRAWN, MEMBER_ERASED)


class Happening(Struct, frozen=True):
    """What happened, of one of the `KINDS`: `data` say it, and `subject` is what it happened to."""

    kind: str
    subject: str
    data: Mapping[str, Any]


def write_event(happening: Happening, event_id: str, store: str, moment: datetime) -> str:
    """The event as JSON text."""
    return msgspec.json.encode(
        {
            "specversion": "1.0",
            "id": event_id,
            "source": f"/stores/{store}",
            "type": happening.kind,
            "subject": happening.subject,
            "time": moment.astimezone(UTC),
            "datacontenttype": "application/json",
            "data": happening.data,
        }
    ).decode()
