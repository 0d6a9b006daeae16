from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.hub.console.form.form import Side
from kiosk.hub.console.offers.picture_file import Flaw, PictureFile, PictureRefused, read_picture


def _draw(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB", exif: Image.Exif | None = None) -> BytesIO:
    target = BytesIO()
    Image.new(mode, size).save(target, kind, **({"exif": exif} if exif else {}))
    target.seek(0)
    return target


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "CMYK"), ("JPEG", "L"), ("WEBP", "RGB")]
)
def test_every_usual_kind_becomes_a_plain_webp(kind: str, mode: str) -> None:
    made = Image.open(BytesIO(read_picture(_draw((320, 180), kind, mode), "landscape").content))

    assert (made.format, made.mode, made.size) == ("WEBP", "RGB", (320, 180))


def test_it_stands_as_the_camera_meant_it_and_forgets_what_else_the_camera_noted() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "A camera"
    made = Image.open(BytesIO(read_picture(_draw((320, 180), "JPEG", exif=exif), "portrait").content))

    assert (made.size, dict(made.getexif())) == ((180, 320), {})


def test_more_than_a_screen_can_show_is_made_smaller() -> None:
    made = Image.open(BytesIO(read_picture(_draw((4800, 2700)), "landscape").content))

    assert made.size == (3840, 2160)


def _draw_with_damaged_exif() -> BytesIO:
    """What a camera noted of the picture lies outside of the file."""
    noted = Image.Exif()
    noted[0x0112], noted[0x010F] = 6, "maker"
    file = BytesIO()
    Image.new("RGB", (320, 180)).save(
        file, "JPEG", exif=noted.tobytes().replace(b"\x00\x02\x01\x0f", b"\x02\x02\x01\x0f")
    )
    return file


@pytest.mark.parametrize(
    ("file", "side", "flaw"),
    [
        (_draw((4001, 4000)), "landscape", Flaw.TOO_MANY_PIXELS),
        (_draw((30000, 10000), mode="1"), "landscape", Flaw.TOO_MANY_PIXELS),
        (_draw((900, 100)), "landscape", Flaw.ODD_SHAPE),
        (_draw((180, 320)), "landscape", Flaw.NOT_LANDSCAPE),
        (_draw((320, 180)), "portrait", Flaw.NOT_PORTRAIT),
        (_draw((320, 180), "GIF"), "landscape", Flaw.NO_PICTURE),
        (BytesIO(_draw((320, 180), "JPEG").getvalue()[:200]), "landscape", Flaw.NO_PICTURE),
        (BytesIO(b"MZ\x90"), "landscape", Flaw.NO_PICTURE),
        (_draw_with_damaged_exif(), "landscape", Flaw.NO_PICTURE),
    ],
)
def test_what_no_screen_could_show_there_is_refused(file: BytesIO, side: Side, flaw: Flaw) -> None:
    with pytest.raises(PictureRefused) as refused:
        read_picture(file, side)
    assert refused.value.flaw == flaw


def test_a_file_lies_whole_under_a_name_with_its_hash(tmp_path: Path) -> None:
    name = PictureFile(b"webp", "0123456789abcdef").save(tmp_path / "shelf", "o-mug-landscape")

    assert name == "o-mug-landscape.0123456789ab.webp"
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "shelf").iterdir()] == [(name, b"webp")]
