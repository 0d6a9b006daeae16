"""`kiosk theme list`: says which themes are on the shelf."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused
from kiosk.theming.option import Option
from kiosk.theming.shelf import Shelf

DESCRIPTION = "List the themes on the shelf, one's own and the shipped ones, and say of a broken one why it is."


class Listed(Struct, frozen=True):
    """A theme as programs are told of it; `refusal` says why it cannot be worn."""

    name: str
    title: str
    options: Mapping[str, Option]
    refusal: str | None = None


def add_list_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser("list", help="the themes on the shelf", description=DESCRIPTION)
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes (the setting theme.dir)")
    parser.add_argument("--json", action="store_true", help="with all that their options declare, for programs")
    parser.set_defaults(run=list_themes)


def list_themes(args: argparse.Namespace) -> int:
    """Print one line for each theme, or all of them as JSON."""
    shelf = Shelf(args.dir)
    if args.json:
        listed = [_list(shelf, name) for name in shelf.list_names()]
        sys.stdout.write(f"{msgspec.json.encode(listed).decode()}\n")
        return 0
    for name in shelf.list_names():
        sys.stdout.write(f"{_describe(shelf, name)}\n")
    return 0


def _list(shelf: Shelf, name: str) -> Listed:
    try:
        theme = shelf.read(name)
    except FileRefused as refused:
        return Listed(name, name, {}, str(refused))
    return Listed(name, theme.title, theme.options)


def _describe(shelf: Shelf, name: str) -> str:
    try:
        theme = shelf.read(name)
    except FileRefused as refused:
        return str(refused)
    return f"{name}: {theme.title} (options: {', '.join(theme.options) or 'none'})"
