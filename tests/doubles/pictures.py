"""Picture files, good and bad."""

import io
import zlib
from pathlib import Path
from struct import pack

from PIL import Image

FRAME_BOMB = Path(__file__).parent / "frame_bomb.avif"
"""An AVIF of our own, of one colour: 3 KB that state 100 by 100 pixels, with a frame of 16,000 by 12,000 in 4:4:4."""


def draw_picture(kind: str = "PNG", size: tuple[int, int] = (4, 3), colour: str = "teal") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


def make_bomb(width: int, height: int) -> bytes:
    """A small PNG that decodes to a huge picture."""
    header = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = b"\0" + bytes((width + 7) // 8)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_make_chunk(*chunk) for chunk in chunks)


def make_avif_bomb(width: int, height: int) -> bytes:
    """A small AVIF whose box `ispe` states more pixels than its frame has, as ISO/IEC 23008-12, 6.5.3, has them."""
    avif = bytearray(draw_picture("AVIF", (64, 64)))
    at = avif.index(b"ispe") + 8
    avif[at : at + 8] = pack(">II", width, height)
    return bytes(avif)


def _make_chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
