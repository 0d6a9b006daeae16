"""What lies on the shelves of the sample shop, and what it takes off baskets."""

from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_row import take_article_row
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import BuyGet, Lump, Threshold

_COLUMNS = ("code", "title_de", "title", "price", "department", "vat")
_TEA = {"label_least": "0.02", "label_most": "2"}
_BOX = {"label_least": "4.50", "label_most": "60"}
_ROWS: tuple[tuple[str, str, str, str, str, str, dict[str, str]], ...] = (
    ("4012345000016", "Steinzeugbecher", "Stoneware mug", "29.90", "home", "full", {"stock": "40"}),
    ("4012345000023", "Pilzleuchte", "Mushroom lamp", "149.00", "home", "full", {"stock": "3"}),
    ("4012345000030", "Teekanne Seladon", "Celadon teapot", "64.00", "home", "full", {"stock": "6"}),
    ("4012345000047", "Vase Rille", "Fluted vase", "39.00", "home", "full", {"stock": "12"}),
    ("4012345000054", "Duftkerze Zeder", "Cedar candle", "28.00", "wellness", "full", {"stock": "25"}),
    ("4012345000061", "Eau de Parfum", "Eau de parfum", "84.00", "wellness", "full", {"stock": "9"}),
    ("4012345000078", "Kopfhörer Nord", "Nord headphones", "249.00", "accessories", "full", {"stock": "2"}),
    ("4012345000085", "Uhr Cognac", "Cognac watch", "189.00", "accessories", "full", {"stock": "4"}),
    ("4012345000092", "Wolldecke", "Wool throw", "89.00", "home", "full", {"stock": "7"}),
    ("4012345000108", "Fäustlinge S", "Mittens S", "34.00", "fashion", "full", {"family": "mittens", "variant": "S"}),
    ("4012345000115", "Fäustlinge L", "Mittens L", "34.00", "fashion", "full", {"family": "mittens", "variant": "L"}),
    ("4012345000122", "Glühwein, 0,75 l", "Mulled wine, 0.75 l", "7.90", "food", "full", {"min_age": "18"}),
    ("4012345000139", "Rhabarberschorle", "Rhubarb spritzer", "2.20", "food", "full", {"deposit": "0.15"}),
    ("4012345000146", "Postkarte", "Postcard", "1.50", "paper", "full", {}),
    ("4012345000153", "Kochbuch Suppen", "Soups, a cookbook", "24.00", "paper", "reduced", {"fixed": "yes"}),
    ("281001", "Earl Grey, lose", "Earl Grey, loose", "59.00", "food", "reduced", {"sold_by": "weight", **_TEA}),
    ("220001", "Pralinen, abgepackt", "Chocolates, packed", "0.00", "food", "reduced", {"sold_by": "label", **_BOX}),
)
_OFFERS = {"o-mug": "04012345000016", "o-lamp": "04012345000023", "o-headphones": "04012345000078"}
"""Offers that are a price of their own for who kept them."""
_PROMOTIONS = (
    Benefit(
        "postcards",
        {"de": "5 Postkarten, 4 bezahlen", "en": "5 postcards for the price of 4"},
        BuyGet(4, 1),
        StackGroup(0, "offer"),
        frozenset({"article:04012345000146"}),
    ),
    Benefit(
        "hundred",
        {"de": "10 € ab 100 € Einkauf", "en": "€10 off from €100"},
        Threshold(Decimal(100), Lump(Decimal(10))),
        StackGroup(1, "basket"),
    ),
)


def add_goods(hub: Hub, session: Session) -> None:
    """Put them on the shelves; the shop's offers are there."""
    for *cells, more in _ROWS:
        take_article_row(hub, session, STORE, dict(zip(_COLUMNS, cells, strict=True)) | more)
    for offer, gtin in _OFFERS.items():
        session.get_one(Offer, offer).gtin = gtin
    set_promotions(session, STORE, [Promotion(store_id=STORE, id=one.id, benefit=one) for one in _PROMOTIONS])
