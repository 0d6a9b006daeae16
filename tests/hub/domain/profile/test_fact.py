from decimal import Decimal

import pytest

from kiosk.hub.domain.profile.fact import Detail, Fact, Kind, name_shelf, read_event, read_receipt
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.receipt import Receipt
from tests.hub.running import NOW


@pytest.mark.parametrize(
    ("text", "name"), [(" Home ", "home"), ("Home   Decor", "home decor"), ("SÜSS", "süss"), ("x" * 99, "x" * 64)]
)
def test_a_shelf_goes_by_one_name_however_it_is_spelt(text: str, name: str) -> None:
    assert name_shelf(text) == name


@pytest.mark.parametrize(
    ("kind", "channel"), [("viewed", "web"), ("other", "web"), ("bought", "till"), ("visited", "store")]
)
def test_what_happened_says_where(kind: Kind, channel: str) -> None:
    assert Fact(kind, NOW).channel == channel


def test_an_event_reads_as_what_was_kept() -> None:
    event = ProfileEvent(
        store_id="s",
        source_id="shop",
        id="e",
        member_key="m",
        kind="ordered",
        happened_at=NOW,
        data={"order": "4711", "amount": "12.90", "currency": "EUR", "shelves": ["home"]},
    )

    assert read_event(event) == Fact("ordered", NOW, Detail(("home",), "4711", Decimal("12.90"), "EUR"))


def test_a_receipt_is_a_purchase_from_the_shelves_of_its_lines() -> None:
    lines = [{"category": "Home", "title": "Mug"}, {"category": "home "}, {"amount": "1"}, {"category": "Tea"}]
    receipt = Receipt(
        store_id="s",
        till_id="till-1",
        id="r",
        fingerprint="f",
        bought_at=NOW,
        total=Decimal("9.50"),
        currency="EUR",
        lines=lines,
        was_known=True,
    )

    fact = read_receipt(receipt)

    assert fact == Fact("bought", NOW, Detail(("home", "tea"), "till-1/r", Decimal("9.50"), "EUR", what="Mug"))
