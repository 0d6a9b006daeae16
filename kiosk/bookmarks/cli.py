"""`kiosk outbox`: what still waits for the loyalty API, for a person at a terminal."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import Letter, Outbox
from kiosk.errors import FileRefused
from kiosk.settings import Settings

if TYPE_CHECKING:
    # argparse keeps this class for itself, yet it is what add_subparsers returns.
    Subparsers: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # as said above

DESCRIPTION = """\
See the bookmarks that were not yet delivered to the loyalty API: those that wait, which the screen sends by itself, and
the dead letters, which the API will not take as they are. Nothing is ever deleted.

examples:
  kiosk outbox list --config /etc/vitrine/kiosk.toml
  kiosk outbox retry --config kiosk.toml             all dead letters, once their cause is mended

exit status: 0 done, 1 none of the named bookmarks is a dead letter, 2 a setting is wrong, or no outbox is there."""

FILE_NAME = "outbox.db"
"""In the state folder."""


def add_outbox_commands(subparsers: "Subparsers", add_options: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add `outbox list` and `outbox retry`; each sets `run(args, settings) -> exit code`, which raises `KioskError`.

    `add_options` gives each the options by which the settings are found.
    """
    outbox = subparsers.add_parser(
        "outbox",
        help="bookmarks not yet delivered",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = outbox.add_subparsers(required=True, metavar="COMMAND")

    show = commands.add_parser("list", help="show what waits and what was refused")
    show.add_argument("--json", action="store_true", help="one JSON array, for other programs")
    add_options(show)
    show.set_defaults(run=list_outbox)

    retry = commands.add_parser("retry", help="send dead letters again")
    retry.add_argument("ids", nargs="*", metavar="ID", help="bookmarks to send again; none named: all")
    add_options(retry)
    retry.set_defaults(run=retry_outbox)


def list_outbox(args: argparse.Namespace, settings: Settings) -> int:
    """Print all rows, oldest first."""
    letters = _open_outbox(settings).list_letters()
    text = msgspec.json.encode(letters).decode() if args.json else _draw_table(letters)
    sys.stdout.write(f"{text}\n")
    return 0


def retry_outbox(args: argparse.Namespace, settings: Settings) -> int:
    """Let dead letters wait again; a running screen takes them up within seconds."""
    revived = _open_outbox(settings).retry(args.ids or None)
    sys.stdout.write(f"{revived} to be sent again\n")
    return 0 if revived or not args.ids else 1


def _open_outbox(settings: Settings) -> Outbox:
    path = settings.state.dir / FILE_NAME
    if not path.exists():
        # To make one here could make it another user's than the screen's.
        message = f"{path}: no screen has kept a bookmark here yet"
        raise FileRefused(message)
    return Outbox(Database(path))


def _draw_table(letters: list[Letter]) -> str:
    if not letters:
        return "nothing waits"
    rows = [("BOOKMARK", "OFFER", "TAPPED AT", "STATE")]
    rows += [(letter.id, letter.offer, letter.tapped_at, letter.dead_code or "waiting") for letter in letters]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
