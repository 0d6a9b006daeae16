import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES
from kiosk.screen.images.backdrop import (
    lay_veil,
    measure_contrast,
    measure_luminance,
    mix_colours,
    study_backdrop,
)
from kiosk.screen.layout.calm import find_calm_side
from kiosk.theming.contrast import TEXT

INKS = (QColor("#231d16"), QColor("#fffdf9"))


def paint_flat(colour: str, size: QSize = QSize(192, 108)) -> QImage:  # noqa: B008  # a QSize that nobody changes
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_contrast_and_luminance_are_those_of_the_standard() -> None:
    assert measure_contrast(QColor("white"), QColor("black")) == pytest.approx(21.0)
    assert measure_contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
    assert measure_luminance(QColor("#808080")) == pytest.approx(0.2159, abs=0.0005)


@pytest.mark.parametrize(("colour", "ink"), [("#f7f1e6", INKS[0]), ("#16130f", INKS[1])])
def test_a_light_ground_takes_dark_ink_and_a_dark_one_light_ink_without_any_veil(colour: str, ink: QColor) -> None:
    backdrop = study_backdrop(paint_flat(colour), INKS, find_calm_side(QSize(192, 108)))
    assert (backdrop.ink, backdrop.strength) == (ink, 0.0)


@pytest.mark.parametrize("size", [QSize(192, 108), QSize(108, 192)])
def test_a_ground_between_both_inks_is_veiled_until_the_text_reads(size: QSize) -> None:
    picture = paint_flat("#777777", size)
    backdrop = study_backdrop(picture, INKS, find_calm_side(picture.size()))
    lay_veil(picture, backdrop)
    calm = find_calm_side(size)
    assert backdrop.strength > 0
    assert measure_contrast(backdrop.ink, picture.pixelColor(calm.topLeft())) >= TEXT
    assert measure_contrast(backdrop.ink, picture.pixelColor(calm.bottomRight())) >= TEXT
    far = picture.pixelColor(size.width() - 1, 0)
    assert abs(far.red() - 0x77) < 6, "the product's side keeps its colour"


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES])
def test_text_reads_on_nearly_every_pixel_of_each_sample_pictures_calm_side(name: str, orientation: str) -> None:
    picture = QImage(str(find_shipped("assets") / "pictures" / f"{name}-{orientation}.webp"))
    backdrop = study_backdrop(picture, INKS, find_calm_side(picture.size()))
    lay_veil(picture, backdrop)
    calm = find_calm_side(picture.size())
    grid = [(x, y) for x in range(calm.left(), calm.right(), 12) for y in range(calm.top(), calm.bottom(), 12)]
    poor = [place for place in grid if measure_contrast(backdrop.ink, picture.pixelColor(*place)) < TEXT]
    assert len(poor) / len(grid) < 0.05


def test_mixing_is_what_a_painter_does() -> None:
    assert mix_colours(QColor("black"), QColor("white"), 0.5).red() in {127, 128}
