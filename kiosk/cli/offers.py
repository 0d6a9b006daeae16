"""`kiosk offers`: shows how offers are chosen."""

from kiosk.cli.arguments import Subparsers
from kiosk.cli.offers_evaluate import add_evaluate_command
from kiosk.cli.offers_explain import add_explain_command
from kiosk.cli.offers_replay import add_replay_command

DESCRIPTION = "See how offers are chosen, and how well."


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    parser = subparsers.add_parser("offers", help="see how offers are chosen", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="offers_command", required=True, metavar="COMMAND")
    add_explain_command(commands)
    add_replay_command(commands)
    add_evaluate_command(commands)
