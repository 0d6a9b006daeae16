"""A QR code as a file: for print, for a mail, for a page of others."""

import io
from typing import Literal, TypeAlias

import segno

Kind: TypeAlias = Literal["png", "svg"]
KINDS: tuple[Kind, ...] = ("png", "svg")
_DOTS = 20
"""Pixels, or units of SVG, a module: sharp on paper at any size that a phone reads."""


def make_qr_file(text: str, kind: Kind) -> bytes:
    """The code of this text with the light around it, of which a quarter may be soiled (level Q of ISO/IEC 18004)."""
    content = io.BytesIO()
    segno.make(text, error="q", micro=False, boost_error=False).save(content, kind=kind, scale=_DOTS, border=4)
    return content.getvalue()
