"""`kiosk theme pack`: makes a theme one file."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused
from kiosk.theming.bundle_reader import ARCHIVE, open_bundle
from kiosk.theming.finding import Finding
from kiosk.theming.package import compose_theme
from kiosk.theming.packing import pack_bundle
from kiosk.theming.shelf import Shelf

DESCRIPTION = """\
Pack a theme's folder into one .zip, whose bytes depend on its files alone. A theme that is broken is refused; hidden
files and backups are left out."""


def add_pack_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser("pack", help="make a theme one file", description=DESCRIPTION)
    parser.add_argument("path", type=Path, metavar="PATH", help="the theme's folder")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="where the themes lie that it extends (beside it)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the file to write (NAME.zip, here)")
    parser.set_defaults(run=pack_theme)


def pack_theme(args: argparse.Namespace) -> int:
    """Write the archive. Raises `FileRefused`."""
    findings: list[Finding] = []
    path = args.path.resolve()
    bundle = open_bundle(path, findings)
    compose_theme(bundle, {}, Shelf(args.dir or path.parent).find_bundle, findings)
    out = args.out or Path(f"{bundle.name}{ARCHIVE}")
    try:
        out.write_bytes(pack_bundle(bundle))
    except OSError as error:
        message = f"{out}: {error.strerror}"
        raise FileRefused(message) from error
    sys.stdout.write(f"{out}: {out.stat().st_size} bytes (files: {len(bundle.files)})\n")
    return 0
