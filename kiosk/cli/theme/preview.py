"""`kiosk theme preview`: shows a theme before it is on any screen."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from kiosk.cli.arguments import Subparsers
from kiosk.cli.theme.options import add_options_argument, read_options
from kiosk.errors import FileRefused
from kiosk.places import PYTHON
from kiosk.theming.package import LANGUAGES, read_theme
from kiosk.theming.shelf import Shelf, locate_theme

DESCRIPTION = """\
Draw every scene as a theme has it, lying, upright and on a shelf's edge, on one sheet, by the code that draws the
screen.

With --live the sheet stands in a window and is drawn anew whenever a file of the theme is saved. What is wrong with
the theme then goes to stderr, and the last good sheet stays.

examples:
  kiosk theme preview harbour                        harbour.png
  kiosk theme preview harbour.zip --language en --out sheet.png
  kiosk theme preview harbour --live
  kiosk theme preview harbour --options accent=#0b6e4f    as a manager might adjust it
  kiosk theme preview market                         one of those that `kiosk theme list` names"""

DRAWN_IN = "offscreen"


def add_preview_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "preview",
        help="every scene of a theme on one sheet",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="the theme's folder or .zip, or its name on the shelf")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="where the themes lie that it extends (beside it)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the picture to write (NAME.png, here)")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="the words' language")
    add_options_argument(parser)
    parser.add_argument("--live", action="store_true", help="show it in a window, and anew whenever a file is saved")
    parser.set_defaults(run=preview_theme)


def preview_theme(args: argparse.Namespace) -> int:
    """Draw or show the sheet. Raises `FileRefused`."""
    return _show_live(args) if args.live else _write_sheet(args)


def _write_sheet(args: argparse.Namespace) -> int:
    path = locate_theme(args.path, args.dir)
    theme = read_theme(path, read_options(args.options), Shelf(args.dir or path.parent).find_bundle)
    out: Path = args.out or Path(f"{theme.name}.png")
    if not out.absolute().parent.is_dir():  # said before it is drawn, which takes seconds
        _refuse(out)
    os.environ["QT_QPA_PLATFORM"] = DRAWN_IN
    from kiosk import settings  # noqa: PLC0415 # Qt reads the platform as it is loaded
    from kiosk.screen.display.application import make_application  # noqa: PLC0415 # as above
    from kiosk.screen.gallery.sheet import draw_sheet  # noqa: PLC0415 # as above

    sheet = draw_sheet(make_application(settings.Display()), theme, args.language)
    if not sheet.save(str(out)):
        _refuse(out)
    sys.stdout.write(f"{out}: {sheet.width()}x{sheet.height()}\n")
    return 0


def _refuse(out: Path) -> NoReturn:
    message = f"{out}: cannot be written"
    raise FileRefused(message)


def _show_live(args: argparse.Namespace) -> int:
    from kiosk.screen.gallery.preview import show_preview  # noqa: PLC0415 # only this command needs Qt

    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.png"
        return show_preview(locate_theme(args.path, args.dir), sheet, _make_command(args, sheet))


def _make_command(args: argparse.Namespace, sheet: Path) -> tuple[str, ...]:
    base = (*(("--dir", str(args.dir)) if args.dir else ()), *(f"--options={one}" for one in args.options))
    order = ("theme", "preview", str(args.path), "--out", str(sheet), "--language", args.language)
    return (*PYTHON, "-m", "kiosk", *order, *base)
