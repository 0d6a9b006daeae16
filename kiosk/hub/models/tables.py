"""All tables in one place: importing this knows them all."""

from kiosk.hub.models import (
    bookmark,
    claim,
    consent,
    conversation,
    credential,
    enrolment,
    event,
    form_key,
    member,
    message,
    offer,
    picture,
    playlist_item,
    price,
    proximity_id,
    screen,
    store,
    sun_key,
    sun_tag,
    till,
)
from kiosk.hub.models.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "bookmark",
    "claim",
    "consent",
    "conversation",
    "credential",
    "enrolment",
    "event",
    "form_key",
    "member",
    "message",
    "offer",
    "picture",
    "playlist_item",
    "price",
    "proximity_id",
    "screen",
    "store",
    "sun_key",
    "sun_tag",
    "till",
]
