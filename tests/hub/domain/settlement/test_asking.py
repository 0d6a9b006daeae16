from dataclasses import replace

import pytest

from kiosk.hub.domain.settlement.asking import find_provider, read_charge
from kiosk.hub.payment.provider import ProviderSilent
from tests.hub.domain.settlement.till import PhoneTill


def test_a_hub_without_the_provider_that_was_asked_waits_for_it(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.hub = replace(till.hub, provider=None)
    with pytest.raises(ProviderSilent, match="serve the hub with it"):
        till.advance(settlement_id)

    assert till.read(settlement_id).state == "asked"


def test_what_is_due_in_money_is_asked_of_who_takes_it(till: PhoneTill) -> None:
    till.put_pens()
    row = till.read(till.begin())
    charge = read_charge(row)

    assert (charge.id, charge.amount.amount, charge.ref) == (row.id, row.due, "")
    assert find_provider(till.hub, row.provider) is till.provider
