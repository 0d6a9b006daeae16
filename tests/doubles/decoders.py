"""The processes that decode for this one: real ones, found by what they run."""

from contextlib import suppress

import psutil

from kiosk.screen.video.process import MODULE


def list_decoders() -> list[psutil.Process]:
    """Those that live."""
    found: list[psutil.Process] = []
    for child in psutil.Process().children():
        with suppress(psutil.Error):
            if MODULE in child.cmdline():
                found.append(child)
    return found
