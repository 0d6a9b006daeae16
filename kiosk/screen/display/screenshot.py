"""What is on the glass as a small picture, for those who look after many screens from afar."""

from io import BytesIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

SIDES = (960, 480, 240)
"""Pixels of the longer side, the best first."""
LARGEST = 44_000
"""Bytes; in base64 and with the message around them less than 64 KiB."""
QUALITIES = (80, 50, 20)
"""Of WebP, the best first."""


def shrink(image: QImage, side: int = SIDES[0]) -> QImage:
    """The image with so many pixels at its longer side, or as it is where it is smaller."""
    if max(image.width(), image.height()) <= side:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)


def encode_screenshot(image: QImage) -> bytes:
    """The image as WebP of at most `LARGEST` bytes, as large and then as good as fits, and without a word about it.

    Even noise fits at the least of both: 240 by 240 pixels of it come to 22 kB.
    """
    tries = (_encode(shrink(image, side), quality) for side in SIDES for quality in QUALITIES)
    return next(content for content in tries if len(content) <= LARGEST)


def _encode(image: QImage, quality: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 # loaded when somebody asks for a picture, long after the first frame

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    picture = Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)
    content = BytesIO()
    picture.save(content, "WEBP", quality=quality)
    return content.getvalue()
