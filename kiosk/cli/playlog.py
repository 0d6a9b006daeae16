"""`kiosk playlog`: what this screen showed when, for how long, why, and what followed."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.cli.arguments import Subparsers, add_group, parse_time
from kiosk.cli.main import add_settings_options
from kiosk.errors import FileRefused
from kiosk.settings import Settings

DESCRIPTION = """\
Write the play log as CSV or as JSON lines, a row for each showing that began between --from and --to: when, for how
many seconds, why, which offer and item, how many taps, and how many bookmarks were kept and taken by the loyalty API.
All times are the store's own, and `shown_at` says how far that is from UTC. Nobody is in it.

examples:
  kiosk playlog export --config /etc/vitrine/kiosk.toml --from 2026-11-01 --to 2026-12-01 --out november.csv
  kiosk playlog export --config kiosk.toml --format jsonl

exit status: 0 done, 2 a setting or an argument is wrong, or a file cannot be read or written."""

GROUP = """\
See what this screen showed when, for how long, why, and what followed. The screen writes it to plays.jsonl in its state
folder (setting state.dir), and tells the loyalty API as well."""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    commands = add_group(subparsers, "playlog", "what was shown when, and what followed", GROUP)
    export = commands.add_parser(
        "export",
        help="write it as CSV or JSON lines",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    export.add_argument("--from", dest="since", type=parse_time, metavar="TIME", help="from this time on")
    export.add_argument("--to", dest="until", type=parse_time, metavar="TIME", help="before this time")
    export.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="csv where nothing is said")
    export.add_argument("--out", type=Path, metavar="FILE", help="write it there; else it is printed")
    add_settings_options(export)
    export.set_defaults(run=export_plays)


def export_plays(args: argparse.Namespace, settings: Settings) -> int:
    """Write the plays of these settings' screen."""
    from kiosk.playlog.export import Span, gather_plays, write_csv, write_jsonl  # noqa: PLC0415 # once all is known
    from kiosk.playlog.journal import Journal  # noqa: PLC0415 # as above

    zone = ZoneInfo(settings.store.time_zone)
    span = Span(_place(args.since, zone), _place(args.until, zone))
    write = {"csv": write_csv, "jsonl": write_jsonl}[args.format]
    try:
        plays = gather_plays(Journal(settings.state.dir).read(), span, zone)
        if args.out is None:
            write(plays, sys.stdout)
        else:
            with args.out.open("w", encoding="utf-8", newline="") as out:
                write(plays, out)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{error.filename or args.out or settings.state.dir}: {os.strerror(error.errno or 0)}"
        raise FileRefused(message) from error
    return 0


def _place(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.replace(tzinfo=zone) if moment else None
