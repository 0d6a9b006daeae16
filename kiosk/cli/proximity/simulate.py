"""`kiosk proximity simulate`: an hour in a busy shop."""

import argparse
import sys

from msgspec.json import encode

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.cli.proximity.settings import STAND_IN
from kiosk.settings import Settings
from kiosk.simulation.hour import VISITS, simulate_hour

MOST_VISITS = 2_000
DESCRIPTION = """\
Let made-up shoppers walk up to a screen for an hour, play what a gateway would hear of them through the tracker and
the rules of a screen with its settings (near, dwell, pacing, offers, ...; without any, as they are by default) and
its ranking, which knows nothing at first and learns through the hour, and say how long people waited, how often the
screen changed, and how fairly it was shared (Jain's index: 1 is even, near 0 is all to one). It takes seconds; the
same seed makes the same hour.

Standard output has the findings as one line of JSON, standard error the same as a sentence to read.

examples:
  kiosk proximity simulate --seed 7
  kiosk proximity simulate --config /etc/vitrine/kiosk.toml --set pacing.offer_min_s=10
  kiosk proximity simulate --visits 600 2>/dev/null | python3 -m json.tool"""


def add_simulate_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "simulate",
        help="play an hour in a busy shop",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which hour (default: 1)")
    parser.add_argument(
        "--visits", type=_read_visits, default=VISITS, metavar="N", help=f"how many come by (default: {VISITS})"
    )
    parser.set_defaults(run=simulate)
    add_settings_options(parser, STAND_IN)


def simulate(args: argparse.Namespace, settings: Settings) -> int:
    """Print what the hour came to."""
    findings = simulate_hour(settings, args.seed, args.visits)
    sys.stdout.write(encode(findings).decode() + "\n")
    sys.stdout.flush()
    sys.stderr.write(findings.describe() + "\n")
    return 0


def _read_visits(text: str) -> int:
    visits = int(text)
    if not 0 <= visits <= MOST_VISITS:
        raise ValueError
    return visits
