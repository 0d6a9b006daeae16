"""An offer out of the form, ready to be kept; or, by field, what is wrong with it."""

from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from kiosk.contract.offer import Audience
from kiosk.hub.console import segments
from kiosk.hub.console.field_reader import Complaint, FieldReader
from kiosk.hub.console.segments import put_segments, split_names
from kiosk.hub.console.typed import Typed
from kiosk.hub.models.offer import Offer

LONGEST_TITLE, LONGEST_TEXT = 120, 600
MOST_PRIORITY, MOST_SHOWN = 100, 10_000


class Draft(Struct, frozen=True):
    """What the form says, as far as it can be kept; `complaints` tell by field what cannot."""

    title: dict[str, str]
    text: dict[str, str]
    price: Decimal | None
    valid_from: datetime | None
    valid_until: datetime | None
    zones: list[str]
    audience: Audience
    priority: int
    per_shopper_day: int | None
    per_screen_hour: int | None
    complaints: dict[str, Complaint]


def read_draft(typed: Typed, offer: Offer | None, time_zone: str) -> Draft:
    """What is to be kept of `offer`, or of a new one; times are the store's own."""
    reader = FieldReader(typed.texts, time_zone)
    audience = offer.audience if offer else Audience()
    draft = Draft(
        title=reader.read_words("title", LONGEST_TITLE),
        text=reader.read_words("text", LONGEST_TEXT),
        price=reader.read_price(),
        valid_from=reader.read_moment("valid_from"),
        valid_until=reader.read_moment("valid_until"),
        zones=[zone[: segments.LONGEST] for zone in split_names(",".join(typed.zones))][: segments.MOST],
        audience=Audience(
            all=put_segments(audience.all, reader.read_segments("all")),
            any=put_segments(audience.any, reader.read_segments("any")),
            none=put_segments(audience.none, reader.read_segments("none")),
        ),
        priority=reader.read_count("priority", -MOST_PRIORITY, MOST_PRIORITY) or 0,
        per_shopper_day=reader.read_count("per_shopper_day", 0, MOST_SHOWN),
        per_screen_hour=reader.read_count("per_screen_hour", 0, MOST_SHOWN),
        complaints=reader.complaints,
    )
    _look_at_whole(draft, typed, offer)
    return draft


def _look_at_whole(draft: Draft, typed: Typed, offer: Offer | None) -> None:
    """Complain of what no field alone shows."""
    if not any(typed.texts[f"title_{one}"].strip() for one in ("de", "en")) or not draft.title:
        draft.complaints.setdefault("title_de", Complaint("title_missing"))
    if draft.valid_from and draft.valid_until and draft.valid_until <= draft.valid_from:
        draft.complaints["valid_until"] = Complaint("ends_early")
    if draft.price is None and offer is not None and offer.prices:
        draft.complaints.setdefault("price", Complaint("price_stays"))
