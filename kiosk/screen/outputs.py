"""Tells which displays there are, for those who may not load Qt: `python -m kiosk.screen.outputs [NAME OR NUMBER]`.

A line of JSON for each, in the order of their numbers.
"""

import os
import sys

import msgspec
from msgspec import Struct
from PySide6.QtGui import QGuiApplication

from kiosk.screen.output import choose_output
from kiosk.screen.window import prepare_environment


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
