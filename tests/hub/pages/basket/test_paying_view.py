import pytest

from kiosk.hub.context import Hub
from kiosk.hub.pages.basket.paying_view import Stage, find_stage
from kiosk.hub.payment.provider import Outcome
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


@pytest.mark.parametrize(
    ("state", "outcome", "stage"),
    [
        ("asked", Outcome("r", "open"), "open"),
        ("asked", Outcome("r", "open", was_declined=True), "declined"),
        ("ending", Outcome("r", "processing"), "processing"),
        ("asked", None, "unclear"),
        ("ending", Outcome("r", "open"), "unclear"),
        ("paid", Outcome("r", "approved"), "paid"),
        ("released", None, "released"),
    ],
)
def test_she_is_told_how_it_stands(hub: Hub, state: str, outcome: Outcome | None, stage: Stage) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    row = till.read(till.begin())
    row.state = state

    assert find_stage(row, outcome) == stage
