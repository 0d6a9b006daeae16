"""`kiosk offers replay`: makes logged decisions again and says whether they come out the same."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused

DESCRIPTION = """\
Make each decision of a log again, from what the log says was known, and compare offer, reason and propensity.
A screen writes its log to decisions.jsonl in its state folder (setting state.dir); nothing in it says to whom an
offer was shown. Why each of the other offers was not shown says `kiosk offers reasons`.

example:
  kiosk offers replay /var/lib/vitrine-kiosk/decisions.jsonl

exit status: 0 all came out the same, 1 some did not (a line for each says why), 2 the file cannot be read."""


def add_replay_command(commands: Subparsers) -> None:
    """Add the sub-command."""
    parser = commands.add_parser(
        "replay",
        help="make logged decisions again and compare",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a log of decisions, one JSON object a line")
    parser.set_defaults(run=replay)


def replay(args: argparse.Namespace) -> int:
    """Replay the file, line by line."""
    try:
        count, complaints = _compare(args.file)
    except OSError as error:
        message = f"{args.file} cannot be read ({os.strerror(error.errno or 0)})"
        raise FileRefused(message) from error
    sys.stdout.writelines(f"line {number}: {complaint}\n" for number, complaint in complaints)
    sys.stdout.write(f"{count - len(complaints)} of {count} decisions came out the same\n")
    return 1 if complaints else 0


def _compare(path: Path) -> tuple[int, list[tuple[int, str]]]:
    """How many lines there are, and what is wrong with which."""
    from kiosk.learning.decision import find_difference  # noqa: PLC0415 # loaded once the arguments are good
    from kiosk.learning.decision_log import read_decisions  # noqa: PLC0415 # as above

    count, complaints = 0, list[tuple[int, str]]()
    for count, decision in enumerate(read_decisions(path), start=1):
        complaint = find_difference(decision) if decision else "this is no decision"
        if complaint:
            complaints.append((count, complaint))
    return count, complaints
