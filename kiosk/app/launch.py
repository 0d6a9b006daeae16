"""Opens the screen in the order that brings its first picture soonest. Light to import."""

import gc
import logging
import os
import sys
from typing import NoReturn

from kiosk.app.memory import settle_memory
from kiosk.app.observer import NOBODY, Observer
from kiosk.settings import Settings

_log = logging.getLogger(__name__)


def run_screen(settings: Settings, observer: Observer = NOBODY) -> int:
    """Show the screen until the process is asked to end; returns the exit code.

    Raises `KioskError` where a setting cannot be used.
    """
    # Loading makes many objects and no garbage: looking for some would keep the first picture waiting.
    gc.disable()
    try:
        return _run(settings, observer)
    finally:
        gc.enable()


def _run(settings: Settings, observer: Observer) -> int:
    from kiosk.screen.binding import load_binding  # noqa: PLC0415 # Qt is loaded only where there are good settings

    load_binding()
    from kiosk.app.enrolment import ADMITTED  # noqa: PLC0415 # as above
    from kiosk.app.vitrine import open_screen  # noqa: PLC0415 # after the call above, which makes it quicker

    code = open_screen(settings, observer, settle_memory).run()
    if code == ADMITTED:
        restart_program()
    return code


def restart_program() -> NoReturn:
    """Begin this very command anew in the same process; never returns."""
    _log.info("the screen is let in, and starts anew as who it is now")
    os.execv(sys.executable, (sys.executable, *sys.orig_argv[1:]))  # noqa: S606 # our own program, and no shell
