"""`kiosk loop`: what a manager's folder gives to play."""

import argparse
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from kiosk.app.media_trial import find_decoding_flaw
from kiosk.cli.arguments import Subparsers, add_group, parse_time
from kiosk.contract.offer import MediaRef
from kiosk.errors import FileRefused
from kiosk.loyalty.failure import Flaw
from kiosk.loyalty.media import LARGEST, Kind
from kiosk.loyalty.picture import find_picture_flaw
from kiosk.signage.folder import list_contents
from kiosk.signage.importer import Importer, Loop
from kiosk.signage.lists import ENDINGS
from kiosk.signage.media_file import find_content_flaw, is_video
from kiosk.signage.verdict import Verdict, judge_loop

DESCRIPTION = """\
The loop that a manager fills: a folder (`loop.folder` in the settings) whose pictures and videos (MP4, WebM) play while
nobody is near.

A folder's files play by their names, where it holds no list. A `playlist.toml` refines them: a table named like a file
holds seconds, weight, priority, offer, portrait, from, until or dayparts; one named like none is an offer or a text
(title, text). A video plays for its own length, or for the seconds that a list gives it. A `playlist.smil` (SMIL 3.0:
seq, par, img, video, dur, repeatCount, wallclock) or an `anthias.json` (what an Anthias player answers at
/api/v2/assets) is played as it stands, its files found beside it. Nothing is ever fetched."""

CHECK = """\
Say of each item of a folder whether it plays, how often and when; and of each that does not, why not. A stray is a file
that was hardly meant to be shown.

examples:
  kiosk loop check /srv/loop                        a folder, as the screen reads it now
  kiosk loop check /srv/loop --at 2026-12-24T19:00  and on Christmas Eve
  kiosk loop check spring.smil                      a list with the files beside it

exit status: 0 all of it can play, 1 something is left out or there is nothing, 2 it cannot be read"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-command."""
    commands = add_group(subparsers, "loop", "check what a folder gives to play", DESCRIPTION)
    check = commands.add_parser(
        "check",
        help="whether, how often and when each item plays",
        description=CHECK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("path", type=Path, metavar="PATH", help="a folder, or a list in one")
    check.add_argument(
        "--zone", type=_parse_zone, default="Europe/Berlin", metavar="NAME", help="the store's time zone (%(default)s)"
    )
    check.add_argument("--at", type=parse_time, metavar="TIME", help="the store's time, 2026-12-24T19:00 (now)")
    check.add_argument("--json", action="store_true", help="one JSON object for each item, in a line of its own")
    check.set_defaults(run=check_loop)


def check_loop(args: argparse.Namespace) -> int:
    """Print the verdicts. Raises `FileRefused`."""
    local = args.at.replace(tzinfo=args.zone) if args.at else datetime.now(args.zone)
    verdicts = list(judge_loop(_read_loop(args.path, args.zone), local))
    sys.stdout.writelines(map(_encode if args.json else _write, verdicts))
    if not verdicts:
        sys.stderr.write(f"{args.path.absolute()} holds nothing to play\n")
    return int(not verdicts or any(verdict.state == "left out" for verdict in verdicts))


def _read_loop(path: Path, zone: ZoneInfo) -> Loop:
    folder, list_name = (path, None) if path.is_dir() else (path.parent, path.name)
    if not path.exists():
        message = f"{path.absolute()} does not exist"
        raise FileRefused(message)
    if list_name and path.suffix.lower() not in ENDINGS:
        message = f"{path.name} is neither a folder nor a list; lists end in {', '.join(ENDINGS)}"
        raise FileRefused(message)
    try:
        contents = list_contents(folder)
    except OSError as error:
        message = f"{folder} cannot be read: {error.strerror}"
        raise FileRefused(message) from error
    loop = Importer(folder, zone, _judge_file, list_name).read(contents.files)
    return msgspec.structs.replace(loop, refusals=contents.refusals + loop.refusals)


def _judge_file(ref: MediaRef, path: Path) -> str | None:
    """As the screen judges it, but nothing is kept."""
    kind: Kind = "video" if is_video(path.name) else "image"
    if ref.bytes > LARGEST[kind]:
        return Flaw.TOO_LARGE
    return find_content_flaw(path, partial(find_picture_flaw, whole=True)) or find_decoding_flaw(path, kind)


def _write(verdict: Verdict) -> str:
    return f"{verdict.state:9} {verdict.name}: {verdict.words}\n"


def _encode(verdict: Verdict) -> str:
    return msgspec.json.encode(verdict).decode() + "\n"


def _parse_zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = "must be a time zone such as Europe/Berlin"
        raise argparse.ArgumentTypeError(message) from error
