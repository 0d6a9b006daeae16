"""Tells which displays there are, for those who may not load Qt: `python -m kiosk.screen.display.outputs [WANTED]`.

WANTED is a display's name or number. A line of JSON for each, in the order of their numbers.
"""

import os
import sys

import msgspec
from msgspec import Struct
from PySide6.QtGui import QGuiApplication

from kiosk.screen.display.application import prepare_environment
from kiosk.screen.display.output import choose_output


class Output(Struct, frozen=True):
    """A display, its size in pixels, and whether it is the one that was asked for."""

    name: str
    width: int
    height: int
    is_chosen: bool


def main(arguments: list[str]) -> int:
    """List them."""
    prepare_environment(os.environ)
    application = QGuiApplication(["kiosk"])
    screens = application.screens()
    chosen = choose_output([screen.name() for screen in screens], arguments[0] if arguments else None)
    for place, screen in enumerate(screens):
        size = screen.size() * screen.devicePixelRatio()
        output = Output(screen.name(), size.width(), size.height(), place == chosen)
        sys.stdout.buffer.write(msgspec.json.encode(output) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
