from typing import Annotated

import pytest
from msgspec import Meta

from kiosk.theming.kinds import fits


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2, True, "0.5", None])
def test_no_number_is_a_number_in_a_range(value: object) -> None:
    assert not fits(value, Annotated[float, Meta(ge=0, le=1)])
    assert fits(0.5, Annotated[float, Meta(ge=0, le=1)])
