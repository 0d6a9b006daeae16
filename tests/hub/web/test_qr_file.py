import io

import zxingcpp
from lxml import etree
from PIL import Image

from kiosk.hub.web.qr_file import make_qr_file

_LINK = "https://hub.shop.example/k/K7Q42MFX"


def test_a_picture_is_read_again_and_large_enough_to_be_printed() -> None:
    image = Image.open(io.BytesIO(make_qr_file(_LINK, "png"))).convert("L")
    (found,) = zxingcpp.read_barcodes(image)

    assert (found.text, found.ec_level) == (_LINK, "Q")
    assert min(image.size) > 600


def test_a_drawing_is_as_large_as_the_picture_and_nothing_but_a_drawing() -> None:
    image = Image.open(io.BytesIO(make_qr_file(_LINK, "png")))
    drawing = etree.fromstring(make_qr_file(_LINK, "svg"))

    assert (drawing.get("width"), drawing.get("height")) == tuple(map(str, image.size))
    assert {etree.QName(one).localname for one in drawing.iter()} == {"svg", "path"}


def test_the_same_link_is_drawn_alike_each_time() -> None:
    assert make_qr_file(_LINK, "svg") == make_qr_file(_LINK, "svg") != make_qr_file(_LINK + "2", "svg")
