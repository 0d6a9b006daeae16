"""`kiosk offers`: shows how offers are chosen."""

from kiosk.cli.arguments import Subparsers
from kiosk.cli.offers_explain import add_explain_command

DESCRIPTION = "See how offers are chosen."


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    parser = subparsers.add_parser("offers", help="see how offers are chosen", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="offers_command", required=True, metavar="COMMAND")
    add_explain_command(commands)
