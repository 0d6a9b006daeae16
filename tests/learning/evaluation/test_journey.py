from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.learning.evaluation.journey import UNNAMED, Kind, find_journey, read_journey
from tests.doubles.shopping_year import write_shopping_year


def test_everything_is_read_and_fits_together(tmp_path: Path) -> None:
    journey = read_journey(find_journey(write_shopping_year(tmp_path)))
    assert [(campaign.id, campaign.type, len(campaign.coupons)) for campaign in journey.campaigns] == [
        (9, "Type B", 18),
        (14, "Type C", 26),
    ]
    assert len(journey.redemptions) == 42
    assert {redemption.household for redemption in journey.redemptions} == set(journey.purchases)
    assert sum(map(len, journey.purchases.values())) == 681


def test_the_first_purchase_of_each_product_is_told_for_each_household(tmp_path: Path) -> None:
    journey = read_journey(write_shopping_year(tmp_path))
    days: dict[tuple[int, int], int] = {}
    for household, purchases in journey.purchases.items():
        for one in purchases:
            days[one.product, household] = min(one.day, days.get((one.product, household), one.day))
    found = {(product, home): day for product, firsts in journey.first_bought.items() for home, day in firsts.items()}
    assert found == days


def test_a_product_that_nobody_described_is_of_an_unnamed_kind(tmp_path: Path) -> None:
    assert read_journey(write_shopping_year(tmp_path)).kinds[-1] == Kind(UNNAMED, UNNAMED)


def test_where_the_data_is_not_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"vitrine-kiosk\[learn\]"):
        find_journey(tmp_path)
