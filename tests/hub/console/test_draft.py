from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.offer import Audience
from kiosk.hub.console.draft import Draft, read_draft
from kiosk.hub.console.field_reader import Complaint
from kiosk.hub.console.typed import FIELDS, Typed, leave_blank


def _read(texts: dict[str, str], zones: tuple[str, ...] = ()) -> Draft:
    return read_draft(Typed({**leave_blank().texts, "title_de": "Becher", **texts}, zones), None, "Europe/Berlin")


def test_what_is_typed_becomes_what_is_kept() -> None:
    texts = {
        "title_en": " Mug\n of  mine ",
        "price": "1.249,00",
        "valid_from": "2026-07-01T10:00",
        "any": "tea, milk",
        "none": "staff",
        "priority": "\N{MINUS SIGN}5",
        "per_screen_hour": "0",
    }
    draft = _read(texts, ("home", "home", "tea "))

    assert draft == Draft(
        title={"de": "Becher", "en": "Mug of mine"},
        text={},
        price=Decimal("1249.00"),
        valid_from=datetime(2026, 7, 1, 8, 0, tzinfo=UTC),
        valid_until=None,
        zones=["home", "tea"],
        audience=Audience(any=("tea", "milk"), none=("staff",)),
        priority=-5,
        per_shopper_day=None,
        per_screen_hour=0,
        complaints={},
    )


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("title_de", "\u202e\x00 ", Complaint("title_missing")),
        ("text_en", "x" * 601, Complaint("too_long", most=600)),
        ("price", "10.000.001", Complaint("no_price")),
        ("valid_until", "1999-12-31T00:00", Complaint("no_time")),
        ("valid_until", "0001-01-01T00:00", Complaint("no_time")),
        ("valid_from", "2026-02-30T00:00", Complaint("no_time")),
        ("none", "x" * 129, Complaint("too_long", most=128)),
        ("priority", "101", Complaint("no_count", -100, 100)),
        ("per_shopper_day", "1.5", Complaint("no_count", 0, 10_000)),
    ],
)
def test_what_cannot_be_kept_is_named_by_its_field(name: str, text: str, complaint: Complaint) -> None:
    assert _read({name: text}).complaints == {name: complaint}


@given(st.fixed_dictionaries({name: st.text() for name in FIELDS}), st.lists(st.text()))
def test_whatever_is_typed_is_kept_or_complained_of(texts: dict[str, str], zones: list[str]) -> None:
    draft = read_draft(Typed(texts, tuple(zones)), None, "Europe/Berlin")

    assert draft.title or draft.complaints
    assert set(draft.complaints) <= set(FIELDS)
