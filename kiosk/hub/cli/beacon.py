"""`kiosk hub beacon`: beacons that the store sets up and hands out, each with a code to print."""

import csv
import io
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.hub.cli.command import say
from kiosk.hub.cli.key_file import read_key_file
from kiosk.hub.context import mint_token
from kiosk.hub.domain.credentials.printed_beacon import make_printed_beacon
from kiosk.hub.web.links import link_beacon
from kiosk.hub.web.qr_file import make_qr_file
from kiosk.plain_file import replace_plain

_LESSON = """\
Beacons that the store sets up and hands out, such as key fobs:

  kiosk hub beacon --store-key-file store.key --public-url https://hub.shop.example --out beacons

writes beacons/beacons.csv, with what to set each up with (UUID, major, minor), and for each a code to stick on it. Who
gets one scans the code with her phone, signs in, and from then on screens know her by it, as far as she allows that.
Whoever has the list can send as any of them: keep it as the store key, and delete it once they are set up.
"""
_TABLE = "beacons.csv"
_MOST = 1000


def add_beacon_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    beacon = commands.add_parser(
        "beacon",
        help="beacons to hand out, with codes to print",
        description=_LESSON,
        formatter_class=RawDescriptionHelpFormatter,
    )
    beacon.add_argument("--store-key-file", metavar="FILE", type=Path, required=True, help="the hub's own store key")
    beacon.add_argument("--public-url", metavar="URL", required=True, help="where phones reach the hub")
    beacon.add_argument(
        "--out", metavar="FOLDER", type=Path, required=True, help="where to write; there may be no list"
    )
    beacon.add_argument("--count", metavar="N", type=_read_count, default=10, help="how many (default: %(default)s)")
    beacon.set_defaults(run=_write)


def _read_count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= _MOST:
        message = f"a number from 1 to {_MOST}"
        raise ArgumentTypeError(message)
    return int(text)


def _write(arguments: Namespace) -> int:
    key, folder = read_key_file(arguments.store_key_file, arguments.store_key_file), arguments.out
    table = folder / _TABLE
    if table.exists():
        message = f"{table} is there already, and may be the only list of beacons that were handed out"
        raise FileRefused(message)
    folder.mkdir(parents=True, exist_ok=True)
    printed = [make_printed_beacon(key, mint_token()) for _ in range(arguments.count)]
    rows: list[tuple[object, ...]] = [("number", "uuid", "major", "minor")]
    for number, one in enumerate(printed, 1):
        address = link_beacon(arguments.public_url.rstrip("/"), one.code)
        (folder / f"beacon-{number}.png").write_bytes(make_qr_file(address, "png"))
        rows.append((number, one.beacon.uuid, one.beacon.major, one.beacon.minor))
    content = io.StringIO()
    csv.writer(content, lineterminator="\n").writerows(rows)
    replace_plain(table, content.getvalue().encode())
    say(f"{table} says what to set them up with; beacon-1.png is the code of the first.")
    return 0
