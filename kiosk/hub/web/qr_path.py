"""A QR code as one path of an SVG, which a page may hold without a style or a script of its own."""

from msgspec import Struct
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

_QUIET = 4
"""Modules of light around it (ISO/IEC 18004)."""


class QrPath(Struct, frozen=True):
    """`side` is its width and height in modules, with the light around it; `path` what is dark (SVG path data)."""

    side: int
    path: str


def draw_qr(text: str) -> QrPath:
    """The code of this text."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET)
    code.add_data(text)
    matrix = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark)
    return QrPath(len(matrix), "".join(dark))
