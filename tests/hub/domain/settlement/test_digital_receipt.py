from dataclasses import replace
from decimal import Decimal

import msgspec

from kiosk.hub.domain.settlement.digital_receipt import DigitalReceipt, make_receipt
from kiosk.hub.domain.settlement.sealing import seal_sale
from kiosk.hub.fiscal.training_signer import TrainingSigner
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.settlement.till import PhoneTill


def read(till: PhoneTill, settlement_id: str) -> DigitalReceipt:
    with till.hub.database.read() as session:
        return make_receipt(session, till.read(settlement_id), ("Vitrine GmbH", "DE123456789"))


def test_it_says_what_was_sold_for_how_much_and_what_paid_it(till: PhoneTill) -> None:
    till.put_pens()
    receipt = read(till, till.pay())
    (line,) = receipt.lines

    assert (line.code, line.quantity, line.price, line.amount) == (PEN, 3, Decimal("29.90"), Decimal("82.70"))
    assert [(saving.amount, line.vat) for saving in line.savings] == [(Decimal("7.00"), Decimal(19))]
    assert [(one.by, str(one.amount)) for one in receipt.paid] == [
        ("points", "5.00"),
        ("EUR", "3.00"),
        ("moody", "74.70"),
    ]
    assert sum(one.amount for one in receipt.paid) == receipt.total == sum(one.amount for one in receipt.lines)
    assert (receipt.number, receipt.seal, receipt.code) == (1, None, "")


def test_once_it_is_signed_it_has_the_code_that_an_auditor_scans(till: PhoneTill) -> None:
    till.put_pens()
    till.hub = replace(till.hub, signer=TrainingSigner())
    settlement_id = till.pay()
    seal_sale(till.hub, settlement_id)
    receipt = read(till, settlement_id)

    assert receipt.code.startswith("V0;phones;Kassenbeleg-V1;Beleg^82.70_")
    assert msgspec.json.decode(msgspec.json.encode(receipt), type=DigitalReceipt) == receipt
