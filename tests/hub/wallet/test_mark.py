from io import BytesIO

import pytest
from PIL import Image

from kiosk.hub.wallet.brand import ACCENT, PAPER
from kiosk.hub.wallet.mark import draw_icon, draw_mark


@pytest.mark.parametrize("side", [180, 192, 512])
def test_an_icon_is_the_mark_on_the_brands_colour(side: int) -> None:
    with Image.open(BytesIO(draw_icon(side))) as icon:
        assert (icon.format, icon.size) == ("PNG", (side, side))
        assert (icon.getpixel((0, 0)), icon.getpixel((side // 2, side * 23 // 32))) == (ACCENT, PAPER)


def test_a_logo_lies_on_nothing() -> None:
    logo = draw_mark(50, ground=False)

    assert (logo.size, logo.getchannel("A").getpixel((0, 0))) == ((50, 50), 0)
