from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.training_till import LATE, TrainingTill
from kiosk.hub.payment.provider import Charge, ProviderRefused, Refund
from tests.hub.running import NOW, Dial

CHARGE = Charge("c", Money(Decimal("2.00"), "EUR"), NOW)


@pytest.fixture
def training(hub: Hub) -> TrainingTill:
    return TrainingTill(hub.database, hub.now)


def read(training: TrainingTill) -> str:
    outcome = training.look_up(CHARGE)
    return outcome.state if outcome else "unknown"


def test_it_takes_a_charge_once_and_answers_as_it_is_told(training: TrainingTill) -> None:
    assert read(training) == "unknown"
    assert training.begin(CHARGE) == training.begin(CHARGE)
    training.answer("c", "decline")
    assert training.begin(CHARGE).was_declined
    training.answer("c", "approve")
    training.answer("c", "decline")

    assert read(training) == "approved"
    assert training.end(CHARGE).state == "approved"


def test_a_late_answer_comes_in_its_time_and_is_not_called_off(training: TrainingTill, dial: Dial) -> None:
    training.begin(CHARGE)
    training.answer("c", "late")
    states = [read(training), training.end(CHARGE).state]
    dial.turn(LATE)

    assert [*states, read(training)] == ["processing", "processing", "approved"]


def test_what_is_ended_is_never_approved(training: TrainingTill) -> None:
    training.begin(CHARGE)
    training.end(CHARGE)
    training.answer("c", "approve")

    assert read(training) == "ended"


def test_it_gives_back_once_and_no_more_than_it_took(training: TrainingTill) -> None:
    training.begin(CHARGE)
    refund = Refund("r", CHARGE, Money(Decimal("1.50"), "EUR"))
    with pytest.raises(ProviderRefused):
        training.give_back(refund)
    training.answer("c", "approve")

    assert training.look_up_refund(refund) is None
    assert [training.give_back(refund) for _ in range(2)] == ["done", "done"]
    assert training.look_up_refund(refund) == "done"
    with pytest.raises(ProviderRefused):
        training.give_back(replace(refund, id="r2"))


def test_what_it_never_heard_of_it_cannot_end(training: TrainingTill) -> None:
    with pytest.raises(ProviderRefused):
        training.end(CHARGE)
