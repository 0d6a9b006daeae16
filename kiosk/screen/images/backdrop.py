"""Which ink reads on a picture's calm side, and how much veil it needs: measured, not guessed."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from kiosk.screen.layout.calm import find_calm_side
from kiosk.theming.contrast import TEXT, compare_luminances, make_linear, weigh_light

MARGIN = 0.3
"""Held above the least contrast of text and ground, since a veil is laid in 8-bit steps and a picture has grain."""

SAMPLE = QSize(32, 32)
OUTLIERS = 0.03
"""The darkest and the lightest share of the calm side that may miss: a product's edge, a shadow."""

STEPS = 20
RICHER = 1.4
FADE = 0.8
"""Beyond the calm side the veil fades out over so much of its extent."""

SOFT_STOPS = ((0.0, 1.0), (0.25, 0.84), (0.5, 0.5), (0.75, 0.16), (1.0, 0.0))
"""How it fades (smoothstep): along the fade, the share of its strength that is left."""


class Backdrop(Struct, frozen=True):
    """The calm side's mean colour, the ink for text on it, and the veil that makes it legible.

    `strength` is the veil's opacity, 0 where the picture needs none.
    """

    colour: QColor
    ink: QColor
    veil: QColor
    strength: float


def study_backdrop(picture: QImage, inks: tuple[QColor, QColor], calm: QRect) -> Backdrop:
    """Choose between a dark and a light ink by the worst contrast on the calm side."""
    small = picture.copy(calm).scaled(
        SAMPLE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    grounds = sorted(_read_colours(small), key=_weigh_bytes)
    cut = round(len(grounds) * OUTLIERS)
    extremes = (QColor(*grounds[cut]), QColor(*grounds[-1 - cut]))
    ink = max(inks, key=lambda candidate: _find_worst(candidate, extremes))
    colour = small.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)
    veil = _find_veil(colour, ink)
    return Backdrop(colour, ink, veil, _find_strength(ink, veil, extremes))


def lay_veil(picture: QImage, backdrop: Backdrop) -> None:
    """Paint the veil into the picture: once here, so that no frame has to blend it."""
    if not backdrop.strength:
        return
    calm = find_calm_side(picture.size())
    upright = picture.height() > picture.width()
    origin = QPointF(0, picture.height() if upright else 0)
    extent = QPointF(0, -calm.height()) if upright else QPointF(calm.width(), 0)
    gradient = QLinearGradient(origin, origin + extent * (1 + FADE))
    for place, share in SOFT_STOPS:  # before its first stop a gradient keeps that stop's colour
        colour = QColor(backdrop.veil)
        colour.setAlphaF(backdrop.strength * share)
        gradient.setColorAt((1 + place * FADE) / (1 + FADE), colour)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), gradient)
    painter.end()


def measure_contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    return compare_luminances(measure_luminance(one), measure_luminance(other))


def measure_luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    return weigh_light(*(make_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF())))


def mix_colours(one: QColor, other: QColor, share: float) -> QColor:
    """So much of the other colour laid over the first, as a painter blends it."""
    pairs = zip((one.redF(), one.greenF(), one.blueF()), (other.redF(), other.greenF(), other.blueF()), strict=True)
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))


def _find_veil(colour: QColor, ink: QColor) -> QColor:
    """The backdrop's own colour, moved away from the ink and a little richer, so that it does not turn grey."""
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    moved = lightness * 0.45 if measure_luminance(ink) > measure_luminance(colour) else (1 + lightness) / 2
    return QColor.fromHslF(hue, min(saturation * RICHER, 1.0), moved)


_LINEAR = tuple(make_linear(value / 255) for value in range(256))
"""By a channel's byte: a picture has a thousand of them to look at before the first frame."""


def _read_colours(image: QImage) -> list[tuple[int, int, int]]:
    """Red, green and blue of each pixel."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(pixels.constBits())
    lines = [rows[y * pixels.bytesPerLine() :][: pixels.width() * 3] for y in range(pixels.height())]
    return [(line[x], line[x + 1], line[x + 2]) for line in lines for x in range(0, len(line), 3)]


def _weigh_bytes(pixel: tuple[int, int, int]) -> float:
    """`measure_luminance` of a pixel."""
    red, green, blue = pixel
    return weigh_light(_LINEAR[red], _LINEAR[green], _LINEAR[blue])


def _find_worst(ink: QColor, grounds: tuple[QColor, ...]) -> float:
    return min(measure_contrast(ink, ground) for ground in grounds)


def _find_strength(ink: QColor, veil: QColor, grounds: tuple[QColor, ...]) -> float:
    for step in range(STEPS + 1):
        strength = step / STEPS
        veiled = tuple(mix_colours(ground, veil, strength) for ground in grounds)
        if _find_worst(ink, veiled) >= TEXT + MARGIN:
            return strength
    return 1.0
