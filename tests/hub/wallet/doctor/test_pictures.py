from io import BytesIO

import pytest
from PIL import Image

from kiosk.hub.wallet.doctor.pictures import check_pictures


def _draw(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


_ICONS = {"icon.png": _draw(29, 29), "icon@2x.png": _draw(58, 58)}


def _list(files: dict[str, bytes]) -> list[tuple[bool, str]]:
    return [(finding.is_fatal, finding.text) for finding in check_pictures(files)]


def test_pictures_of_the_right_sizes_are_good() -> None:
    others = {"strip@2x.png": _draw(750, 288), "de.lproj/logo@3x.png": _draw(480, 150), "pass.json": b""}

    assert _list({**_ICONS, **others}) == []


def test_without_an_icon_no_phone_takes_it() -> None:
    (missing, coarse) = _list({})

    assert missing == (True, "icon.png is missing, without which no phone shows a pass: add it, 29 by 29 pixels.")
    assert coarse[0] is False


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 JFIF", _draw(29, 29)[:20]])
def test_a_picture_that_is_no_png_is_said(content: bytes) -> None:
    assert _list({**_ICONS, "icon.png": content}) == [
        (True, "icon.png is no PNG, whatever its name says: save it as one.")
    ]


@pytest.mark.parametrize(
    ("name", "size", "advice"),
    [
        ("icon@2x.png", (57, 57), "draw it 58 by 58"),
        ("icon@2x.png", (58, 60), "draw it 58 by 58"),
        ("logo.png", (161, 50), "Wallet has room for 160 by 50, so draw it smaller"),
        ("strip@3x.png", (1125, 433), "Wallet has room for 1125 by 432, so draw it smaller"),
    ],
)
def test_a_picture_of_another_size_is_said(name: str, size: tuple[int, int], advice: str) -> None:
    ((is_fatal, text),) = _list({**_ICONS, "icon@3x.png": _draw(87, 87), name: _draw(*size)})

    assert text == f"{name} has {size[0]} by {size[1]} pixels: {advice}."
    assert not is_fatal


def test_a_picture_that_wallet_does_not_know_is_said() -> None:
    ((is_fatal, text),) = _list({**_ICONS, "Icon@2X.PNG": b""})

    assert (is_fatal, text[:35]) == (False, "Icon@2X.PNG is no picture that Wall")
