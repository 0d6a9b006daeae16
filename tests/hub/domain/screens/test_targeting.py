from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Control, Offer
from kiosk.hub.domain.screens.targeting import target_offer

TITLE = {"en": "Mug"}
EACH = Money(Decimal(7), "EUR")


def test_what_is_left_of_the_budget_and_who_is_held_out_is_told() -> None:
    offer = Offer("o", TITLE, budget=Budget(Money(Decimal(700), "EUR"), EACH), control=Control(0.1, "autumn"))

    assert target_offer(offer, 3, "salt") == Offer(
        "o", TITLE, budget=Budget(Money(Decimal(679), "EUR"), EACH), control=Control(0.1, "autumn", "salt")
    )


def test_an_offer_with_neither_stays_as_it_is() -> None:
    assert target_offer(Offer("o", TITLE), 3, "salt") == Offer("o", TITLE)
