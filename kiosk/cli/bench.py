"""`kiosk bench`: measures how fast this machine is."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.bench.bytecode import compile_programs
from kiosk.bench.measures import MEASURES, Measure
from kiosk.bench.report import list_lines, save_report
from kiosk.cli.arguments import Subparsers

DESCRIPTION = """\
Measure the real screen on a real broker of its own, in turns with the smallest Qt Quick program that paints the same
picture, text, price and code ("bare"). Times differ from machine to machine, ratios hardly do: the targets are ratios.
A frame counts when it was swapped. With a display the windows open there, without one they are rendered in memory.
"""

EPILOG = """\
It prints figures to read, each target with what was measured, and as its last line everything as one JSON object.
Leave the machine alone while it measures; more rounds make steadier figures.

exit status: 0 measured, whether or not a target was met; 1 a target was missed that must be met (`soak`); 2 it could
not be measured (one sentence says why)."""

_SEE = "one of the above; `kiosk bench MEASURE --help` tells more of it"


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "bench",
        help="measure how fast this machine is",
        description=f"{DESCRIPTION}\n{_list_measures()}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    measures = parser.add_subparsers(dest="measure", required=True, metavar="MEASURE", title="measures", help=_SEE)
    for name, measure in MEASURES.items():
        own = measures.add_parser(
            name,
            description=f"Measure {measure.sentence}.\n\n{measure.lesson}",
            epilog=EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_options(own, measure)
    parser.set_defaults(run=run)


def _add_options(parser: argparse.ArgumentParser, measure: Measure) -> None:
    usual = measure.effort
    parser.add_argument("--rounds", type=_count, metavar="N", help=f"so many {measure.rounds} ({usual.rounds})")
    parser.add_argument("--events", type=_count, metavar="N", help=f"{measure.events} in each round ({usual.events})")
    if measure.is_paced:
        pace = f"the time from one visit to the next ({usual.every_s})"
        parser.add_argument("--every", type=float, dest="every_s", metavar="SECONDS", help=pace)
    if measure.has_members:
        sizes = f"how many members each hub has ({','.join(map(str, usual.members))})"
        parser.add_argument("--members", type=_counts, metavar="N,N", help=sizes)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the JSON object into this file, too")


def run(args: argparse.Namespace) -> int:
    """Measure and print."""
    measure = MEASURES[args.measure]
    wanted = {name: getattr(args, name, None) for name in ("rounds", "events", "every_s", "members")}
    effort = replace(measure.effort, **{name: value for name, value in wanted.items() if value})
    compile_programs()
    report = measure.run(effort)
    sys.stdout.writelines(f"{line}\n" for line in list_lines(report))
    if args.json:
        save_report(report, args.json)
    is_met = all(verdict.is_met for verdict in report.verdicts)
    return 0 if is_met or not measure.binds else 1


def _list_measures() -> str:
    rows = (
        f"  {name:10}{measure.sentence} ({measure.effort.rounds} x {measure.effort.events} {measure.events})\n"
        for name, measure in MEASURES.items()
    )
    return "".join(rows)


def _counts(text: str) -> tuple[int, ...]:
    return tuple(_count(part) for part in text.split(","))


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        message = "must be a whole number from 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)
