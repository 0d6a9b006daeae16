"""`kiosk theme check`: says all that is wrong with a theme."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.cli.theme.options import add_options_argument, read_options
from kiosk.errors import KioskError
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.package import Theme
from kiosk.theming.shelf import EXTRA, Shelf, check_signer, locate_theme

DESCRIPTION = """\
Look at a theme, a folder or a .zip, and say all that is wrong with it: by file and key, and what is allowed.

It looks at names and sizes of files, keys and their ranges, words, fonts and pictures, the options at both ends of
their ranges, and the contrast of everything that the scenes set on one another (WCAG 2.2, level AA).

exit status: 0 all is well, 1 something is wrong, 2 there is no such theme.

examples:
  kiosk theme check harbour
  kiosk theme check harbour.zip --options accent=#c8532b  with this value for its option `accent`
  kiosk theme check harbour.zip --signer shop.key.pub     and whether that key signed it"""


def add_check_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "check",
        help="all that is wrong with a theme",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="the theme's folder or .zip, or its name on the shelf")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="where the themes lie that it extends (beside it)")
    add_options_argument(parser)
    parser.add_argument("--signer", type=Path, action="append", default=[], metavar="FILE", help="a public key")
    parser.set_defaults(run=check_theme)


def check_theme(args: argparse.Namespace) -> int:
    """Print what was found. Raises `KioskError`."""
    path = locate_theme(args.path, args.dir)
    shelf = Shelf(args.dir or path.parent, tuple(args.signer))
    try:
        theme = _examine(path, shelf, read_options(args.options))
    except ThemeRefused as refused:
        for finding in refused.findings:
            sys.stdout.write(f"{path.name}{'/' if finding.place else ': '}{finding}\n")
        return 1
    sys.stdout.write(f"{theme.name}: all is well ({theme.title}; options: {', '.join(theme.options) or 'none'})\n")
    return 0


def _examine(path: Path, shelf: Shelf, given: dict[str, object]) -> Theme:
    findings: list[Finding] = []
    bundle = open_bundle(path, findings)
    check_signer(bundle, shelf.signers)
    try:
        from kiosk.theming.examine import examine_bundle  # noqa: PLC0415 # fontTools is an extra
    except ModuleNotFoundError as missing:
        message = f"nothing was checked, for {EXTRA}"
        raise KioskError(message) from missing
    return examine_bundle(bundle, given, shelf.find_bundle, findings)
