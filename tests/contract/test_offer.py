from decimal import Decimal

import msgspec
import pytest

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Control, Offer

CONTRACT_EXAMPLE = b"""{
  "id": "o-boots-20", "title": {"de": "Wanderstiefel", "en": "Hiking boots"}, "text": {"de": "...", "en": "..."},
  "price": {"amount": "79.90", "currency": "EUR"}, "was": {"amount": "99.90", "currency": "EUR"},
  "lowest_30d": {"amount": "89.90", "currency": "EUR"}, "individual": false,
  "image": {"url": "/v1/media/boots.webp", "sha256": "%s", "bytes": 182034}, "gtin": "04012345678901",
  "audience": {"all": ["outdoor"], "any": [], "none": ["staff"]}, "zones": ["shoes"],
  "valid": {"from": "2026-11-01T00:00:00+01:00", "until": "2026-12-01T00:00:00+01:00"},
  "dayparts": [{"days": ["mon", "tue"], "from": "09:00", "until": "12:00"}], "priority": 5,
  "caps": {"per_shopper_day": 3, "per_screen_hour": 20}, "bookmarkable": true, "link": "https://shop.example/o",
  "something_new": 1
}""" % (b"a" * 64)


def test_the_example_of_the_contract_is_an_offer() -> None:
    offer = msgspec.json.decode(CONTRACT_EXAMPLE, type=Offer)
    assert offer.title["en"] == "Hiking boots"
    assert offer.dayparts[0].days == ("mon", "tue")
    assert offer.valid.start is not None
    assert offer.caps.per_screen_hour == 20


def test_an_id_and_a_title_are_enough() -> None:
    assert msgspec.json.decode(b'{"id": "a", "title": {"de": "A"}}', type=Offer).bookmarkable


def test_a_budget_pays_for_whole_bookmarks_only() -> None:
    wire = b'{"left": {"amount": "25", "currency": "EUR"}, "each": {"amount": "10", "currency": "EUR"}}'

    assert msgspec.json.decode(wire, type=Budget).count_bookmarks() == 2


@pytest.mark.parametrize(("bookmarks", "left"), [(0, "25.00"), (2, "5.00"), (3, "0")])
def test_bookmarks_spend_a_budget_down_to_nothing(bookmarks: int, left: str) -> None:
    each = Money(Decimal(10), "EUR")

    assert Budget(Money(Decimal("25.00"), "EUR"), each).spend(bookmarks) == Budget(Money(Decimal(left), "EUR"), each)


def test_a_budget_is_in_one_currency_and_no_bookmark_is_free() -> None:
    with pytest.raises(ValueError, match="one currency"):
        Budget(Money(Decimal(25), "EUR"), Money(Decimal(10), "CHF"))
    with pytest.raises(ValueError, match="costs something"):
        Budget(Money(Decimal(25), "EUR"), Money(Decimal(0), "EUR"))


def test_a_control_group_is_a_share_and_may_have_a_campaign() -> None:
    assert msgspec.json.decode(b'{"share": 0.1}', type=Control) == Control(0.1)
    assert msgspec.json.decode(b'{"share": 0.1, "campaign": "autumn"}', type=Control).campaign == "autumn"
    assert msgspec.json.decode(b'{"share": 0.1, "salt": "s"}', type=Control) == Control(0.1, salt="s")


@pytest.mark.parametrize(
    "wire",
    [
        b"{}",
        b'{"id": "a"}',
        b'{"id": "", "title": {"de": "A"}}',
        b'{"id": "a", "title": {}}',
        b'{"id": "a", "title": {"deutsch": "A"}}',
        b'{"id": "a", "title": {"de\\n": "A"}}',
        b'{"id": "a", "title": {"de": "A"}, "image": {"url": "x", "sha256": "%s\\n", "bytes": 1}}' % (b"a" * 64),
        b'{"id": "a", "title": {"de": "A"}, "dayparts": [{"from": "09:00\\n"}]}',
        b'{"id": "a", "title": {"de": "A"}, "price": {"amount": "1", "currency": "EUR\\n"}}',
        b'{"id": "a", "title": {"de": "A"}, "image": {"url": "x", "sha256": "../etc", "bytes": 1}}',
        b'{"id": "a", "title": {"de": "A"}, "valid": {"from": "2026-11-01T00:00:00"}}',
        b'{"id": "a", "title": {"de": "A"}, "control": {"share": 1.1}}',
        b'{"id": "a", "title": {"de": "A"}, "caps": {"per_screen_day": -1}}',
        b'{"id": "a", "title": {"de": "A"}, "price": {"amount": "-1", "currency": "EUR"}}',
        b'{"id": "a", "title": {"de": "A"}, "unit_price": {"amount": "1E+30", "currency": "EUR", "per": "l"}}',
    ],
)
def test_a_broken_offer_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Offer)
