"""`kiosk run`: shows the screen."""

import argparse
import logging

from kiosk.app.launch import run_screen
from kiosk.cli.arguments import Subparsers
from kiosk.cli.journal import sign_log
from kiosk.cli.main import add_settings_options
from kiosk.settings import Settings
from kiosk.settings.unset import UNSET, list_unset

_log = logging.getLogger(__name__)

DESCRIPTION = """\
Show the screen until it is told to stop (SIGTERM, Ctrl-C).

It starts with what it showed last, with or without broker, loyalty API and reader, and takes up each of them as soon
as it is there. What is wrong is said in the status topic and by `kiosk doctor`, never to shoppers.

It opens where WAYLAND_DISPLAY or DISPLAY say, as in a desktop's session; on a machine without a desktop
QT_QPA_PLATFORM=eglfs fills the display. With none of them it draws for nobody, and says so.

A new screen needs no more than loyalty.url in its settings. It shows a code; once a manager approved that at the hub's
console, or by `kiosk hub screen approve`, it goes on as the screen that it was let in as. One whose token was revoked
plays on and says so in its status, and does not ask again by itself: `kiosk enrol --anew` has it let in anew."""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "run", help="show the screen", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_settings_options(parser)
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace, settings: Settings) -> int:
    """Show the screen; one whose ids nobody chose plays, too, and says so."""
    sign_log(settings)
    unset = list_unset(settings)
    if unset:
        _log.warning(
            "%s: still %s: give this screen ids of its own, or its shop is not found", " and ".join(unset), UNSET
        )
    return run_screen(settings)
