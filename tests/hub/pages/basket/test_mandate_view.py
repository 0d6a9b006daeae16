import pytest

from kiosk.hub.pages.basket.mandate_view import Stage, find_stage
from kiosk.hub.payment.means import Keeping


@pytest.mark.parametrize(
    ("state", "keeping", "stage"),
    [
        ("", None, "off"),
        ("kept", None, "on"),
        ("asked", Keeping("r", "open"), "naming"),
        ("asked", None, "unclear"),
        ("asked", Keeping("r", "kept"), "unclear"),
    ],
)
def test_what_is_said_is_what_is_known(state: str, keeping: Keeping | None, stage: Stage) -> None:
    assert find_stage(state, keeping) == stage
