"""Finds the command that was typed, and loads only that one."""

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from kiosk.cli.arguments import CommandParser, Parser, Subparsers
from kiosk.cli.journal import begin_log
from kiosk.errors import KioskError
from kiosk.settings import Settings
from kiosk.settings.file import read_settings
from kiosk.version import VERSION

DESCRIPTION = """\
Vitrine: an in-store screen that starts a conversation.

It plays a loop of pictures and offers. When a beacon gateway says over MQTT that an opted-in shopper is near, it
shows an offer meant for such a shopper; a tap with a card or a scan of the code keeps it; the bookmark goes to the
loyalty API and opens a conversation on the shopper's phone."""

EPILOG = """\
examples:
  kiosk demo                                  the whole shop on this machine, with pretend gateways and cards
  kiosk run --config /etc/vitrine/kiosk.toml  a real screen
  kiosk run --config kiosk.toml --set display.fullscreen=false --set nfc.device=usb
  kiosk doctor --config kiosk.toml            what is missing, and what to do about it
  kiosk settings                              every setting with its default and its environment variable

exit status: 0 done, 1 it did not work out, 2 a setting or an argument is wrong (one sentence says which)."""


class _Command(Protocol):
    def add_command(self, subparsers: Subparsers) -> None:
        """Add the command's parser, which sets `run`."""
        ...


class Entry(Struct, frozen=True):
    """A command: the module that adds it, and its line in the list."""

    module: str
    help: str


COMMANDS = {
    "run": Entry("kiosk.cli.run", "show the screen"),
    "enrol": Entry("kiosk.cli.enrol", "have this screen let in, without showing it"),
    "demo": Entry("kiosk.cli.demo", "the whole shop on this machine, with pretend gateways and cards"),
    "doctor": Entry("kiosk.cli.doctor", "check broker, API, reader, fonts, disk and clock"),
    "settings": Entry("kiosk.cli.settings", "list every setting"),
    "proximity": Entry("kiosk.cli.proximity.proximity", "try out beacon gateways"),
    "offers": Entry("kiosk.cli.offers.offers", "see how offers are chosen"),
    "theme": Entry("kiosk.cli.theme.theme", "make, check and pack themes"),
    "loop": Entry("kiosk.cli.loop", "check what a folder gives to play"),
    "playlog": Entry("kiosk.cli.playlog", "what was shown when, and what followed"),
    "outbox": Entry("kiosk.cli.outbox", "bookmarks not yet delivered"),
    "hub": Entry("kiosk.cli.hub", "the store's own loyalty service"),
    "bench": Entry("kiosk.cli.bench", "measure how fast this machine is"),
}


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Run what was typed; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    begin_log(os.environ, sys.stderr)
    command = next((word for word in words if not word.startswith("-")), "")
    try:
        args = _make_parser(command).parse_args(words)
        if getattr(args, "needs_settings", False):
            return int(args.run(args, _read_settings(args)))
        return int(args.run(args))
    except KioskError as refusal:
        sys.stderr.write(f"kiosk {command}: {refusal}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read this has gone (`kiosk settings | head`); Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def add_settings_options(parser: Parser, stand_in: Mapping[str, str] | None = None) -> None:
    """Let a command read the settings: it is then run with them as its second argument.

    Where no file is named, a command that only tries something out has a `stand_in` for what would be missing, as
    environment variables, over which the real ones go.
    """
    parser.add_argument("--config", type=Path, metavar="FILE", help="the settings, a TOML file (see `kiosk settings`)")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="one setting over file and environment"
    )
    parser.set_defaults(needs_settings=True, stand_in=stand_in or {})


def _read_settings(args: argparse.Namespace) -> Settings:
    beneath: Mapping[str, str] = {} if args.config else args.stand_in
    return read_settings(args.config, {**beneath, **os.environ}, args.set)


def _make_parser(wanted: str) -> Parser:
    whole = CommandParser(
        prog="kiosk", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser = cast("Parser", whole)  # its commands' rooms know argparse's own parser alone
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, entry in COMMANDS.items():
        if name == wanted:
            _load_command(entry).add_command(subparsers)
        else:
            subparsers.add_parser(name, help=entry.help)
    return parser


def _load_command(entry: Entry) -> _Command:
    return cast("_Command", importlib.import_module(entry.module))
