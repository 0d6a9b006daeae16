from decimal import Decimal

import pytest

from kiosk.hub.domain.basket.leaflet import Entry, LeafletRefused, make_promotion, parse_leaflet
from kiosk.pricing.benefit import StackGroup
from kiosk.pricing.effect import Lump, Threshold

TEXT = """
[[promotion]]
id = "fifty"
title = { en = "5.50 off from 50" }
effect = { type = "threshold", at_least = 50, off = { type = "lump", amount = 5.50 } }
group = "basket"
rank = 1
marks = ["department:home"]
most = 1
per_member = 2
budget = 100
valid_from = 2026-11-01T00:00:00+01:00
"""


def read_one() -> Entry:
    return parse_leaflet(TEXT).promotion[0]


def test_a_promotion_is_kept_as_it_is_written() -> None:
    promotion = make_promotion(read_one(), "shop")

    assert promotion.benefit.effect == Threshold(Decimal(50), Lump(Decimal("5.50")))
    assert (promotion.benefit.group, promotion.benefit.most) == (StackGroup(1, "basket"), 1)
    assert (promotion.store_id, promotion.id) == ("shop", "fifty")
    assert promotion.benefit.marks == {"department:home"}
    assert (promotion.benefit.budget, promotion.per_member) == (Decimal(100), 2)
    assert promotion.valid_from is not None
    assert promotion.valid_until is None


@pytest.mark.parametrize(
    "text",
    [
        "[[promotion",
        TEXT.replace("5.50 }", "-1 }"),
        TEXT.replace('"lump"', '"gift"'),
        TEXT.replace("most = 1", "most = 0"),
        TEXT.replace("most = 1", "often = 1"),
        TEXT.replace("per_member = 2", "per_member = 0"),
        TEXT.replace("budget = 100", "budget = 0"),
        TEXT.replace("budget = 100", "budget = 0.015"),
        TEXT.replace("+01:00", ""),
        TEXT.replace('"fifty"', '"Fifty Off"'),
        TEXT + TEXT,
    ],
)
def test_what_states_no_promotions_is_refused(text: str) -> None:
    with pytest.raises(LeafletRefused):
        parse_leaflet(text)
