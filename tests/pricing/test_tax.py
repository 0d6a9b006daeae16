from decimal import Decimal

from kiosk.pricing.price import price_basket
from tests.pricing.shelf import fill, put


def test_each_class_holds_its_tax_reckoned_once_from_its_sum() -> None:
    taxes = price_basket(fill(put("a", "1.19"), put("b", "1.07", vat="less"), put("c", "1.19"))).taxes

    assert [(one.vat, str(one.gross), str(one.net), str(one.tax)) for one in taxes] == [
        ("full", "2.38", "2.00", "0.38"),
        ("less", "1.07", "1.00", "0.07"),
    ]
    assert taxes[0].rate == Decimal(19)


def test_an_empty_basket_holds_no_tax() -> None:
    assert price_basket(fill()).taxes == ()
