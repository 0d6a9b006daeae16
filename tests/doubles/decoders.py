"""The processes that decode for this one: real ones, found by what they run."""

from contextlib import suppress

import psutil

from kiosk.screen.video.process import MODULE


def list_decoders(*, of_others: bool = False) -> list[psutil.Process]:
    """Those that live; `of_others`: also those of the programs that this one started."""
    found: list[psutil.Process] = []
    for child in psutil.Process().children(recursive=of_others):
        with suppress(psutil.Error):
            if MODULE in child.cmdline():
                found.append(child)
    return found
