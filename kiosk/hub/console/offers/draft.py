"""An offer out of the form, ready to be kept; or, by field, what is wrong with it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct

from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, Control
from kiosk.contract.rule import MOST_RULES, Rule
from kiosk.hub.console.form import segments
from kiosk.hub.console.form.conditions import GROUPS, KINDS, list_deeper, read_condition
from kiosk.hub.console.form.field_reader import Complaint, FieldReader
from kiosk.hub.console.form.segments import split_names
from kiosk.hub.console.form.windows import draft_windows
from kiosk.hub.console.offers.typed import Typed
from kiosk.hub.models.catalogue.offer import LEAST_CONTENT, MOST_CONTENT, Offer

CURRENCY = "EUR"
"""Of an offer whose currency nobody stated."""
LONGEST_TITLE, LONGEST_TEXT, LONGEST_UNIT = 120, 600, 40
LONGEST_MEASURE = 16
"""Letters that the contract allows after the unit price: per `1 kg`."""
MOST_CONTROL = 50
"""Percent: more would hide an offer from most of those whom it is for."""
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
    per_screen_day: int | None
    unit: dict[str, str]
    content: Decimal | None
    content_per: str | None
    dayparts: list[dict[str, Any]]
    budget: Budget | None
    control: Control | None
    complaints: dict[str, Complaint]


def read_draft(typed: Typed, offer: Offer | None, time_zone: str) -> Draft:
    """What is to be kept of `offer`, or of a new one; times are the store's own."""
    reader = FieldReader(typed.texts, time_zone)
    draft = Draft(
        title=reader.read_words("title", LONGEST_TITLE),
        text=reader.read_words("text", LONGEST_TEXT),
        price=reader.read_price(),
        valid_from=reader.read_moment("valid_from"),
        valid_until=reader.read_moment("valid_until"),
        zones=[zone[: segments.LONGEST] for zone in split_names(",".join(typed.zones))][: segments.MOST],
        audience=_read_audience(reader, typed, offer.audience if offer else Audience()),
        priority=reader.read_count("priority", -MOST_PRIORITY, MOST_PRIORITY) or 0,
        per_shopper_day=reader.read_count("per_shopper_day", 0, MOST_SHOWN),
        per_screen_hour=reader.read_count("per_screen_hour", 0, MOST_SHOWN),
        per_screen_day=reader.read_count("per_screen_day", 0, MOST_SHOWN),
        unit=reader.read_words("unit", LONGEST_UNIT),
        content=reader.read_number("content", LEAST_CONTENT, MOST_CONTENT),
        content_per=reader.read_line("content_per", LONGEST_MEASURE),
        dayparts=_read_dayparts(reader, typed),
        budget=_read_budget(reader, offer.currency if offer else CURRENCY),
        control=_read_control(reader, offer),
        complaints=reader.complaints,
    )
    _look_at_whole(draft, typed, offer)
    return draft


def _read_audience(reader: FieldReader, typed: Typed, kept: Audience) -> Audience:
    """Segments and conditions as they are typed; what lies deeper stays."""
    rules: dict[str, list[Rule]] = {group: [*reader.read_segments(group)] for group in GROUPS}
    for place, row in enumerate(typed.conditions):
        condition = read_condition(row, kept)
        if condition is None:
            reader.complaints[f"condition_{place}"] = Complaint(f"unread_{row.kind if row.kind in KINDS else 'kind'}")
        else:
            rules[row.group].append(condition)
    try:
        return Audience(**{group: (*rules[group], *list_deeper(getattr(kept, group))) for group in GROUPS})
    except ValueError:
        reader.complaints["conditions"] = Complaint("too_many", most=MOST_RULES)
        return kept


def _read_dayparts(reader: FieldReader, typed: Typed) -> list[dict[str, Any]]:
    dayparts = draft_windows(typed.windows)
    if dayparts is None:
        reader.complaints["windows"] = Complaint("no_window")
    return dayparts or []


def _read_budget(reader: FieldReader, currency: str) -> Budget | None:
    """Both of its amounts, or none."""
    left, each = reader.read_price("budget_left"), reader.read_price("budget_each")
    if left is None and each is None:
        return None
    if left is None or not each:
        reader.complaints.setdefault("budget_each", Complaint("half_budget"))
        return None
    return Budget(Money(left, currency), Money(each, currency))


def _read_control(reader: FieldReader, offer: Offer | None) -> Control | None:
    """The share in percent; the campaign that it belongs to stays."""
    percent = reader.read_count("control_share", 1, MOST_CONTROL)
    kept = offer.control if offer else None
    if percent is None or (kept and percent == round(kept.share * 100)):
        return kept if percent else None
    return Control(percent / 100, kept.campaign if kept else None)


def _look_at_whole(draft: Draft, typed: Typed, offer: Offer | None) -> None:
    """Complain of what no field alone shows."""
    if not any(typed.texts[f"title_{one}"].strip() for one in ("de", "en")) or not draft.title:
        draft.complaints.setdefault("title_de", Complaint("title_missing"))
    if draft.valid_from and draft.valid_until and draft.valid_until <= draft.valid_from:
        draft.complaints["valid_until"] = Complaint("ends_early")
    if draft.price is None and offer is not None and offer.prices:
        draft.complaints.setdefault("price", Complaint("price_stays"))
    if (draft.content is None) != (draft.content_per is None):
        draft.complaints.setdefault("content", Complaint("half_unit"))
