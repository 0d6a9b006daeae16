"""`kiosk doctor`: what a screen lacks, and what to do about it."""

import argparse
import os
import sys
from datetime import UTC, datetime

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.settings import Settings

DESCRIPTION = """\
Check all that a screen needs: store key, disk, clock, broker, loyalty API, card reader, theme, fonts and display.
One line each: ok, warn (the screen works without) or fail, with what to do. It changes nothing and needs no root.

exit status: 0 when nothing failed, else 1."""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "doctor",
        help="check broker, API, reader, fonts, disk and clock",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_settings_options(parser)
    parser.set_defaults(run=print_findings)


def print_findings(_args: argparse.Namespace, settings: Settings) -> int:
    """Print the findings."""
    from kiosk.doctor.examine import examine  # noqa: PLC0415 # loads the network's modules

    failed = 0
    for finding in examine(settings, os.environ, datetime.now(UTC)):
        sys.stdout.write(finding.write() + "\n")
        sys.stdout.flush()
        failed += finding.level == "fail"
    return 1 if failed else 0
