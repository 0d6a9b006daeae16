"""An offer out of the form, ready to be kept; or, by field, what is wrong with it."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.contract.offer import Audience
from kiosk.hub.console import segments
from kiosk.hub.console.amount import parse_amount
from kiosk.hub.console.segments import put_segments, split_names
from kiosk.hub.console.typed import Typed
from kiosk.hub.models.message import clean_text
from kiosk.hub.models.offer import Offer
from kiosk.hub.wire import refuse_far_times

LONGEST_TITLE, LONGEST_TEXT = 120, 600
MOST_PRIORITY, MOST_SHOWN = 100, 10_000


class Complaint(Struct, frozen=True):
    """Why a field cannot be kept: the phrase's name, and the bounds that it tells."""

    name: str
    least: int = 0
    most: int = 0


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


class _Reader:
    """Reads field by field, and gathers what is wrong."""

    def __init__(self, typed: Typed, time_zone: str) -> None:
        self._texts = typed.texts
        self._zone = ZoneInfo(time_zone)
        self.complaints: dict[str, Complaint] = {}

    def read_words(self, name: str, longest: int) -> dict[str, str]:
        words = {one: " ".join(clean_text(self._texts[f"{name}_{one}"]).split()) for one in ("de", "en")}
        for language, text in words.items():
            if len(text) > longest:
                self.complaints[f"{name}_{language}"] = Complaint("too_long", most=longest)
        return {language: text for language, text in words.items() if text}

    def read_price(self) -> Decimal | None:
        text = self._texts["price"].strip()
        price = parse_amount(text)
        if text and price is None:
            self.complaints["price"] = Complaint("no_price")
        return price

    def read_moment(self, name: str) -> datetime | None:
        text = self._texts[name].strip()
        if not text:
            return None
        try:
            local = datetime.strptime(text[:16], "%Y-%m-%dT%H:%M").replace(tzinfo=self._zone)
            return refuse_far_times(local.astimezone(UTC))
        except (ValueError, OverflowError):
            self.complaints[name] = Complaint("no_time")
            return None

    def read_count(self, name: str, least: int, most: int) -> int | None:
        text = self._texts[name].strip().replace("\N{MINUS SIGN}", "-")
        if not text:
            return None
        is_number = text.removeprefix("-").isdecimal() and len(text) <= len(str(most)) + 1
        if is_number and least <= int(text) <= most:
            return int(text)
        self.complaints[name] = Complaint("no_count", least, most)
        return None

    def read_segments(self, name: str) -> list[str]:
        names = split_names(self._texts[name])
        if len(names) > segments.MOST:
            self.complaints[name] = Complaint("too_many", most=segments.MOST)
        elif any(len(one) > segments.LONGEST for one in names):
            self.complaints[name] = Complaint("too_long", most=segments.LONGEST)
        else:
            return names
        return []


def read_draft(typed: Typed, offer: Offer | None, time_zone: str) -> Draft:
    """What is to be kept of `offer`, or of a new one; times are the store's own."""
    reader = _Reader(typed, time_zone)
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
