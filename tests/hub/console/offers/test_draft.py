from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, Control
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.console.form.windows import Window
from kiosk.hub.console.offers.draft import Draft, read_draft
from kiosk.hub.console.offers.typed import FIELDS, Typed, leave_blank
from kiosk.hub.models.catalogue.offer import Offer


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
        per_screen_day=None,
        unit={},
        content=None,
        content_per=None,
        dayparts=[],
        budget=None,
        control=None,
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


def test_quantity_budget_and_control_group_become_what_the_catalogue_states() -> None:
    draft = _read(
        {
            "unit_de": "220 g",
            "content": "2,2",
            "content_per": "100 g",
            "per_screen_day": "40",
            "budget_left": "700",
            "budget_each": "7,50",
            "control_share": "10",
        }
    )

    assert (draft.unit, draft.content, draft.content_per, draft.per_screen_day) == (
        *({"de": "220 g"}, Decimal("2.2"), "100 g", 40),
    )
    assert draft.budget == Budget(Money(Decimal("700.00"), "EUR"), Money(Decimal("7.50"), "EUR"))
    assert draft.control == Control(0.1)
    assert draft.complaints == {}


@pytest.mark.parametrize(
    ("texts", "field", "complaint"),
    [
        ({"content": "2.2"}, "content", Complaint("half_unit")),
        ({"content_per": "100 g"}, "content", Complaint("half_unit")),
        ({"content": "5", "content_per": "17 Buchstaben abc"}, "content_per", Complaint("too_long", most=16)),
        ({"content": "viel", "content_per": "100 g"}, "content", Complaint("no_number", most=100_000)),
        ({"content": "0"}, "content", Complaint("no_number", most=100_000)),
        ({"budget_left": "700"}, "budget_each", Complaint("half_budget")),
        ({"budget_left": "700", "budget_each": "0"}, "budget_each", Complaint("half_budget")),
        ({"budget_left": "viel"}, "budget_left", Complaint("no_price")),
        ({"control_share": "51"}, "control_share", Complaint("no_count", 1, 50)),
    ],
)
def test_half_of_what_belongs_together_is_complained_of(
    texts: dict[str, str], field: str, complaint: Complaint
) -> None:
    assert _read(texts).complaints[field] == complaint


def test_a_finer_share_stays_while_nobody_changes_it() -> None:
    offer = Offer(id="o", store_id="s", title={}, text={}, currency="EUR", control=Control(0.125, "spring"))
    typed = Typed({**leave_blank().texts, "title_de": "Becher", "control_share": "12"})

    assert read_draft(typed, offer, "Europe/Berlin").control == Control(0.125, "spring")
    changed = Typed({**typed.texts, "control_share": "20"})
    assert read_draft(changed, offer, "Europe/Berlin").control == Control(0.2, "spring")


def test_hours_that_are_none_are_complained_of() -> None:
    typed = Typed({**leave_blank().texts, "title_de": "Becher"}, windows=(Window((), "bald"),))

    assert read_draft(typed, None, "Europe/Berlin").complaints == {"windows": Complaint("no_window")}
