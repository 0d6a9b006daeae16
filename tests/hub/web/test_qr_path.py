import re

import zxingcpp
from PIL import Image

from kiosk.hub.web.qr_path import draw_qr

SCALE = 6


def test_what_is_drawn_is_read_again() -> None:
    text = "https://hub.shop.example/console/tablet#K7Q42MFX"
    drawn = draw_qr(text)
    image = Image.new("L", (drawn.side, drawn.side), 255)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn.path):
        image.putpixel((int(x), int(y)), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((drawn.side * SCALE, drawn.side * SCALE), Image.Resampling.NEAREST))

    assert found.text == text


def test_there_is_light_around_it() -> None:
    drawn = draw_qr("K7Q42MFX")
    places = [int(place) for move in re.findall(r"M(\d+) (\d+)", drawn.path) for place in move]

    assert (min(places), max(places)) == (4, drawn.side - 5)
