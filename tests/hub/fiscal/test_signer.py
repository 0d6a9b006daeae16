"""What the hub counts on, whichever device signs."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.hub.fiscal.signer import Sale, Signer
from kiosk.hub.fiscal.training_signer import TrainingSigner

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("signer", [TrainingSigner()])
def test_a_seal_says_when_the_sale_was_and_whether_it_is_worth_something(signer: Signer) -> None:
    seal = signer.sign(Sale("s", 1, AT, AT + timedelta(seconds=9), "data"))
    again = signer.sign(Sale("s", 1, AT, AT + timedelta(seconds=9), "data"))

    assert (seal.begun_at, seal.ended_at) == (AT, AT + timedelta(seconds=9))
    assert (seal.transaction, seal.counter) == (again.transaction, again.counter)
    assert seal.is_training is signer.is_training
