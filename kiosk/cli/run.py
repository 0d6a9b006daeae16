"""`kiosk run`: shows the screen."""

import argparse
import gc

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.settings import Settings

DESCRIPTION = """\
Show the screen until it is told to stop (SIGTERM, Ctrl-C).

It starts with what it showed last, with or without broker, loyalty API and reader, and takes up each of them as soon
as it is there. What is wrong is said in the status topic and by `kiosk doctor`, never to shoppers."""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "run", help="show the screen", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_settings_options(parser)
    parser.set_defaults(run=run_screen)


def run_screen(_args: argparse.Namespace, settings: Settings) -> int:
    """Show the screen."""
    # Loading makes many objects and no garbage: looking for some would keep the first picture waiting.
    gc.disable()
    from kiosk.app.compose import open_screen  # noqa: PLC0415 # Qt is loaded only where there are good settings

    vitrine = open_screen(settings)
    gc.freeze()
    gc.enable()
    return vitrine.run()
