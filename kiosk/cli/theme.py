"""`kiosk theme`: makes, checks and packs themes."""

import argparse

from kiosk.cli.arguments import Subparsers
from kiosk.cli.theme_list import add_list_command

DESCRIPTION = """\
Make, check, pack and sign themes: folders of plain data that give a screen its colours, typefaces, sizes and words.

examples:
  kiosk theme list                    the themes on the shelf"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    parser = subparsers.add_parser(
        "theme",
        help="make, check and pack themes",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="theme_command", required=True, metavar="COMMAND")
    add_list_command(commands)
