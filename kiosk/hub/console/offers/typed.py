"""An offer as it stands in the form: text as it was typed, whether it can be kept or not."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from msgspec import Struct
from starlette.datastructures import FormData

from kiosk.hub.console.form.conditions import Row, read_rows, type_conditions
from kiosk.hub.console.form.field_reader import type_moment
from kiosk.hub.console.form.form import get_text, get_texts
from kiosk.hub.console.form.segments import join_segments
from kiosk.hub.console.form.windows import Window, read_windows, type_windows
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.price import reckon_reduction

FIELDS = (
    *("title_de", "title_en", "text_de", "text_en", "price", "valid_from", "valid_until"),
    *("unit_de", "unit_en", "content", "content_per"),
    *("any", "all", "none", "priority", "per_shopper_day", "per_screen_hour", "per_screen_day"),
    *("budget_left", "budget_each", "control_share"),
)
"""The fields of one line each, in the form's order."""


class Typed(Struct, frozen=True):
    """The form's fields by name, zones, hours and conditions, and the offer's version that the form was filled from."""

    texts: Mapping[str, str]
    zones: tuple[str, ...] = ()
    version: str = ""
    windows: tuple[Window, ...] = ()
    conditions: tuple[Row, ...] = ()


def read_typed(form: FormData) -> Typed:
    """What the form says."""
    texts = {name: get_text(form, name) for name in FIELDS}
    zones = tuple(get_texts(form, "zones"))
    return Typed(texts, zones, get_text(form, "version"), read_windows(form), read_rows(form))


def leave_blank() -> Typed:
    """What the form of a new offer says."""
    return Typed(dict.fromkeys(FIELDS, "") | {"priority": "0"}, windows=type_windows([]))


def type_offer(offer: Offer, now: datetime, time_zone: str, language: str) -> Typed:
    """What the form says of an offer that is kept, with its price as this language writes it."""
    price = reckon_reduction(offer.prices, now).amount
    texts = {
        **{f"title_{one}": offer.title.get(one, "") for one in ("de", "en")},
        **{f"text_{one}": offer.text.get(one, "") for one in ("de", "en")},
        "price": _type_price(price, language),
        **{f"unit_{one}": offer.unit.get(one, "") for one in ("de", "en")},
        "content": _type_number(offer.content, language),
        "content_per": offer.content_per or "",
        "valid_from": type_moment(offer.valid_from, time_zone),
        "valid_until": type_moment(offer.valid_until, time_zone),
        "any": join_segments(offer.audience.any),
        "all": join_segments(offer.audience.all),
        "none": join_segments(offer.audience.none),
        "priority": str(offer.priority),
        "per_shopper_day": _type_count(offer.per_shopper_day),
        "per_screen_hour": _type_count(offer.per_screen_hour),
        "per_screen_day": _type_count(offer.per_screen_day),
        "budget_left": _type_price(offer.budget.left.amount if offer.budget else None, language),
        "budget_each": _type_price(offer.budget.each.amount if offer.budget else None, language),
        "control_share": _type_count(round(offer.control.share * 100) if offer.control else None),
    }
    conditions = type_conditions(offer.audience, language)
    return Typed(texts, tuple(offer.zones), str(offer.version), type_windows(offer.dayparts), conditions)


def list_differences(typed: Typed, kept: Typed) -> list[tuple[str, str]]:
    """Fields and texts of what is kept, where it differs from what was typed."""
    differing = [(name, text) for name, text in kept.texts.items() if text != typed.texts[name]]
    zones = [("zones", ", ".join(kept.zones))] if set(kept.zones) != set(typed.zones) else []
    rows = [("conditions", "; ".join(row.value for row in kept.conditions))]
    return differing + zones + (rows if set(kept.conditions) != set(typed.conditions) else [])


def _type_number(number: Decimal | None, language: str) -> str:
    text = "" if number is None else f"{number.normalize():f}"
    return text.replace(".", ",") if language == "de" else text


def _type_price(amount: Decimal | None, language: str) -> str:
    text = "" if amount is None else f"{amount:.2f}"
    return text.replace(".", ",") if language == "de" else text


def _type_count(count: int | None) -> str:
    return "" if count is None else str(count)
