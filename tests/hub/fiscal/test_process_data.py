from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kiosk.hub.fiscal.process_data import make_code, make_process_data
from kiosk.hub.fiscal.signer import Sale, Seal

AT = datetime(2026, 11, 22, 9, 0, 1, 250_000, tzinfo=UTC)


def test_the_turnover_of_each_rate_stands_in_its_place() -> None:
    turnover = {Decimal(7): Decimal("7.99"), Decimal(19): Decimal("75.33")}

    assert make_process_data(turnover, Decimal("83.32")) == "Beleg^75.33_7.99_0.00_0.00_0.00^83.32:Unbar"
    assert make_process_data({Decimal("0.00"): Decimal(1)}, Decimal(1)) == "Beleg^0.00_0.00_0.00_0.00_1.00^1.00:Unbar"
    assert make_process_data({}, Decimal(0), "CHF") == "Beleg^0.00_0.00_0.00_0.00_0.00^0.00:Unbar:CHF"


@pytest.mark.parametrize("rate", ["20", "10.7"])
def test_a_rate_that_no_shop_in_germany_has_is_refused(rate: str) -> None:
    with pytest.raises(ValueError, match=rate):
        make_process_data({Decimal(rate): Decimal(1)}, Decimal(1))


def test_the_code_of_a_receipt_says_all_that_an_auditor_needs() -> None:
    sale = Sale("s", 7, AT, AT, "Beleg^1.00_0.00_0.00_0.00_0.00^1.00:Unbar")
    seal = Seal("D1", 12, 34, AT, AT, "ecdsa-plain-SHA256", "c2ln", "a2V5")

    assert make_code("phones", sale, seal) == (
        "V0;phones;Kassenbeleg-V1;Beleg^1.00_0.00_0.00_0.00_0.00^1.00:Unbar;12;34;"
        "2026-11-22T09:00:01.250Z;2026-11-22T09:00:01.250Z;ecdsa-plain-SHA256;unixTime;c2ln;a2V5"
    )
