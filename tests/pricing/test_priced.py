from decimal import Decimal

from kiosk.pricing.priced import PricedLine
from tests.pricing.shelf import put


def test_a_line_costs_its_goods_and_their_deposit() -> None:
    assert PricedLine(put("a", "1.00"), Decimal("1.00"), (), Decimal("0.90"), Decimal("0.25")).total == Decimal("1.15")
