"""`kiosk theme list`: says which themes are on the shelf."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused
from kiosk.theming.shelf import Shelf

DESCRIPTION = "List the themes on the shelf, one's own and the shipped ones, and say of a broken one why it is."


def add_list_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser("list", help="the themes on the shelf", description=DESCRIPTION)
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes (the setting theme.dir)")
    parser.set_defaults(run=list_themes)


def list_themes(args: argparse.Namespace) -> int:
    """Print one line for each theme."""
    shelf = Shelf(args.dir)
    for name in shelf.list_names():
        sys.stdout.write(f"{_describe(shelf, name)}\n")
    return 0


def _describe(shelf: Shelf, name: str) -> str:
    try:
        theme = shelf.read(name)
    except FileRefused as refused:
        return str(refused)
    return f"{name}: {', '.join((theme.title, *(f'@{option}' for option in theme.options)))}"
