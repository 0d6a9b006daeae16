"""A camera of a browser that shows pictures from a file: codes, as a printer prints them."""

from collections.abc import Iterable
from pathlib import Path

import zxingcpp
from PIL import Image

_SIZE = (640, 480)
_FRAMES_EACH = 4
_HEADER = b"YUV4MPEG2 W640 H480 F2:1 Ip A1:1 C420jpeg\n"
_GREY = bytes([128]) * (_SIZE[0] * _SIZE[1] // 2)


def draw_code(text: str, kind: zxingcpp.BarcodeFormat, scale: int, **options: object) -> Image.Image:
    """The code on a white sheet, as large as the camera's picture."""
    barcode: zxingcpp.Barcode = zxingcpp.create_barcode(text, kind, **options)  # pyright: ignore[reportUnknownMemberType] # untyped
    drawn = zxingcpp.write_barcode_to_image(barcode, scale=scale)
    code = Image.fromarray(drawn)
    sheet = Image.new("L", _SIZE, 255)
    sheet.paste(code, ((sheet.width - code.width) // 2, (sheet.height - code.height) // 2))
    return sheet


def show(path: Path, pictures: Iterable[Image.Image]) -> tuple[str, ...]:
    """Write a film in which each picture stands for two seconds; the browser's switches that make it the camera."""
    with path.open("wb") as film:
        film.write(_HEADER)
        for picture in pictures:
            film.write((b"FRAME\n" + picture.tobytes() + _GREY) * _FRAMES_EACH)
    film_switch = f"--use-file-for-fake-video-capture={path}"
    return ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", film_switch)
