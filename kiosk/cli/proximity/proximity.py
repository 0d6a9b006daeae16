"""`kiosk proximity`: tries out gateways, and shows what they say."""

from kiosk.cli.arguments import Subparsers, add_group
from kiosk.cli.proximity.decode import add_decode_command
from kiosk.cli.proximity.replay import add_replay_command
from kiosk.cli.proximity.simulate import add_simulate_command
from kiosk.cli.proximity.sniff import add_sniff_command

DESCRIPTION = """\
Try out beacon gateways: what their messages mean, and what is in the air.

examples:
  kiosk proximity sniff --broker mqtt://broker.shop:1883   which makes there are, and the settings to copy
  kiosk proximity replay capture.jsonl --plot capture.png  who would have come near in a capture, and why
  kiosk proximity simulate --config kiosk.toml             how your settings do in a busy hour"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    commands = add_group(subparsers, "proximity", "try out beacon gateways", DESCRIPTION)
    add_decode_command(commands)
    add_sniff_command(commands)
    add_replay_command(commands)
    add_simulate_command(commands)
