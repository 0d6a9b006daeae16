"""An X server with displays that are plugged in and pulled out, and whose pixels can be looked at."""

import os
import struct
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QRect

SIZE = (1280, 720)
"""Of all displays together."""

_HEADER = struct.Struct(">25I")
_HEADER_BYTES, _ROW_BYTES, _COLOURS = 0, 12, 19
"""Places in the header of an X window dump. Source: XWDFile.h of X.Org."""

_COLOUR_BYTES = 12
_PIXEL_BYTES = 4


class XDisplays:
    """Runs in memory; `folder` holds its frame buffer."""

    def __init__(self, folder: Path) -> None:
        ear, mouth = os.pipe()
        screen = ("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24")
        command = ("Xvfb", "-displayfd", str(mouth), "-noreset", "-nolisten", "tcp", "-fbdir", str(folder), *screen)
        self._server = subprocess.Popen(command, pass_fds=(mouth,), stderr=subprocess.DEVNULL)  # noqa: S603 # found on the path
        os.close(mouth)
        with os.fdopen(ear) as said:
            self.name = f":{said.readline().strip()}"
        self._buffer = folder / "Xvfb_screen0"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()

    def plug(self, name: str, place: QRect, owner: str = "none") -> None:
        """A display shows this part of the screen from now on; the first one's `owner` must be `screen`, X's own."""
        millimetres = f"{place.width()}/300x{place.height()}/200+{place.x()}+{place.y()}"
        self._set("--setmonitor", name, millimetres, owner)

    def pull(self, name: str) -> None:
        """It is gone."""
        self._set("--delmonitor", name)

    def is_lit(self, x: int, y: int) -> bool:
        """Whether anything but black is seen at this place."""
        dump = self._buffer.read_bytes()
        header = _HEADER.unpack_from(dump)
        start = header[_HEADER_BYTES] + header[_COLOURS] * _COLOUR_BYTES
        pixel = start + y * header[_ROW_BYTES] + x * _PIXEL_BYTES
        return any(dump[pixel : pixel + 3])

    def _set(self, *words: str) -> None:
        subprocess.run(("xrandr", "--display", self.name, *words), check=True, capture_output=True)  # noqa: S603, S607 # found on the path
