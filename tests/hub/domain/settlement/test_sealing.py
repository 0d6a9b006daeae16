from dataclasses import dataclass, replace

import pytest

from kiosk.hub.domain.settlement.sealing import make_sale, seal_sale
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.fiscal.signer import Sale, Seal, SignerSilent
from kiosk.hub.fiscal.training_signer import TrainingSigner
from tests.hub.domain.settlement.till import PhoneTill


@dataclass
class AwaySigner:
    """A device that somebody pulled out."""

    is_training: bool = True

    def sign(self, _sale: Sale) -> Seal:
        message = "no device"
        raise SignerSilent(message)


def test_a_sale_is_signed_once_it_is_paid_and_once_alone(till: PhoneTill) -> None:
    till.put_pens()
    till.hub = replace(till.hub, signer=TrainingSigner())
    settlement_id = till.begin()
    early = seal_sale(till.hub, settlement_id)
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "approved")
    till.advance(settlement_id)

    assert [early, seal_sale(till.hub, settlement_id), seal_sale(till.hub, settlement_id)] == [False, True, False]
    assert make_sale(till.read(settlement_id)).data == "Beleg^82.70_0.00_0.00_0.00_0.00^82.70:Unbar"


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: a sale is yet to be signed")
def test_a_device_that_is_away_holds_up_no_sale_and_signs_it_later(till: PhoneTill) -> None:
    till.put_pens()
    till.hub = replace(till.hub, signer=AwaySigner())
    settlement_id = till.pay()
    sweep_settlements(till.hub)
    unsigned = till.read(settlement_id).seal
    till.hub = replace(till.hub, signer=TrainingSigner())
    sweep_settlements(till.hub)

    assert unsigned is None
    assert till.read(settlement_id).seal


def test_where_nothing_signs_nothing_is_signed(till: PhoneTill) -> None:
    till.put_pens()

    assert not seal_sale(till.hub, till.pay())
