"""`kiosk proximity`: tries out gateways, and shows what they say."""

from kiosk.cli.arguments import Subparsers
from kiosk.cli.proximity_decode import add_decode_command
from kiosk.cli.proximity_replay import add_replay_command
from kiosk.cli.proximity_simulate import add_simulate_command
from kiosk.cli.proximity_sniff import add_sniff_command

DESCRIPTION = "Try out beacon gateways: what their messages mean, and what is in the air."


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    parser = subparsers.add_parser("proximity", help="try out beacon gateways", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="proximity_command", required=True, metavar="COMMAND")
    add_decode_command(commands)
    add_sniff_command(commands)
    add_replay_command(commands)
    add_simulate_command(commands)
