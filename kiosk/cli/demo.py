"""`kiosk demo`: the whole shop on this machine."""

import argparse
from pathlib import Path

from kiosk.cli.arguments import Subparsers

DESCRIPTION = """\
Run the whole shop on this machine: an MQTT broker, the hub with a sample shop, gateways that publish what real ones
would, a card reader, and the screen. Members walk up and tap by themselves, over and over; the number keys tap their
cards too, S scans a mug, and Q or Ctrl-C ends it. Without a display the screen is rendered in memory.

exit status: 0 when at least one loop was closed (event, offer, tap, bookmark, conversation), else 1."""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "demo",
        help="the whole shop on this machine, with pretend gateways and cards",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seconds", type=float, metavar="N", help="end after so many seconds; a loop takes about 12")
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="write a PNG of each scene into this folder")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a setting (see `kiosk settings`)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the demo."""
    from kiosk.shop.demo import Wishes, run_demo  # noqa: PLC0415 # Qt is loaded only once the arguments are good

    return run_demo(Wishes(args.seconds, args.screenshots, tuple(args.set)))
