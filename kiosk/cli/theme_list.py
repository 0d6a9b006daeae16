"""`kiosk theme list`: says which themes are on the shelf."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.places import find_shipped

DESCRIPTION = "List the themes on the shelf: the folder of your own ones first, then the shipped ones."


def add_list_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser("list", help="the themes on the shelf", description=DESCRIPTION)
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes (the setting `theme.dir`)")
    parser.set_defaults(run=list_themes)


def list_themes(args: argparse.Namespace) -> int:
    """Print one line for each theme."""
    folders = [*([args.dir] if args.dir else []), find_shipped("themes")]
    names = {folder.name for shelf in folders for folder in shelf.iterdir() if folder.is_dir()}
    sys.stdout.write("".join(f"{name}\n" for name in sorted(names)))
    return 0
