"""Two small videos of our own, a white square that crosses a field of one colour, and how such a file is built."""

from pathlib import Path

FOLDER = Path(__file__).parent / "videos"
GREEN = FOLDER / "green.mp4"
"""H.264, 320x180, two seconds."""
VIOLET = FOLDER / "violet.webm"
"""VP9, 320x180, 1.2 seconds."""


def make_box(kind: bytes, content: bytes = b"") -> bytes:
    """A box of an MP4."""
    return (8 + len(content)).to_bytes(4) + kind + content


def make_element(id_: int, content: bytes = b"") -> bytes:
    """An element of a WebM; its size is written in eight bytes."""
    width = (id_.bit_length() + 7) // 8
    return id_.to_bytes(width) + (1 << 56 | len(content)).to_bytes(8) + content
