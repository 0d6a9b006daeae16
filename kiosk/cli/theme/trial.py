"""`kiosk theme try`: what a theme would be like with other values, told to a program such as the hub's console."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from kiosk.cli.arguments import Subparsers
from kiosk.cli.drawing import Pick, write_pictures
from kiosk.errors import FileRefused
from kiosk.theming.bundle import Bundle
from kiosk.theming.bundle_reader import ARCHIVE
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.package import LANGUAGES
from kiosk.theming.packing import pack_bundle
from kiosk.theming.provision import list_provisions
from kiosk.theming.shelf import Shelf

if TYPE_CHECKING:
    from kiosk.screen.gallery.samples import SampleShop
    from kiosk.screen.gallery.sceneries import Scenery

DESCRIPTION = """\
Say as JSON what a screen would find wrong with a theme of the shelf, had its options the values that come as a JSON
object on standard input; with --out, draw it by the code that draws the screen; with --packages, pack it for screens
that do not have it.

exit status: 0 a screen would wear it, 1 it would not (`findings` say why), 2 it could not be tried.

examples:
  echo '{}' | kiosk theme try market
  echo '{"accent": "#0a7a41"}' | kiosk theme try market --out pictures --language en"""

PICTURES = (("offer", "landscape"), ("kept", "landscape"), ("offer", "portrait"))
"""By scenery and side; `NAME-SIDE.webp` each."""
MOST_BYTES = 64 * 1024


class Verdict(Struct, frozen=True):
    """What is printed."""

    findings: tuple[Finding, ...]


def add_try_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "try",
        help="a theme with other values, for programs",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", help="the theme's name on the shelf")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes (the setting theme.dir)")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to put the pictures")
    parser.add_argument(
        "--packages",
        type=Path,
        metavar="FOLDER",
        help="where to put a .zip of it, and of each own theme that it extends",
    )
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="the words' language")
    parser.set_defaults(run=try_theme)


def try_theme(args: argparse.Namespace) -> int:
    """Print the verdict, and draw. Raises `FileRefused`."""
    shelf, given = Shelf(args.dir), _read_values()
    shelf.find_path(args.name)
    try:
        theme = shelf.read(args.name, given)
    except ThemeRefused as refused:
        _print(Verdict(refused.findings))
        return 1
    if args.packages:
        _pack(list_provisions(shelf, args.name, given), args.packages)
    if args.out:
        write_pictures(theme, _choose(args.language), args.out)
    _print(Verdict(()))
    return 0


def _read_values() -> dict[str, object]:
    try:
        return msgspec.json.decode(sys.stdin.buffer.read(MOST_BYTES), type=dict[str, object])
    except msgspec.DecodeError as error:
        message = 'standard input is no JSON object such as {"accent": "#c8532b"}'
        raise FileRefused(message) from error


def _print(verdict: Verdict) -> None:
    sys.stdout.write(f"{msgspec.json.encode(verdict).decode()}\n")


def _pack(bundles: Iterable[Bundle], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for bundle in bundles:
        (folder / f"{bundle.name}{ARCHIVE}").write_bytes(pack_bundle(bundle))


def _choose(language: str) -> Pick:
    def pick(shop: "SampleShop") -> list[tuple[str, "Scenery"]]:
        from kiosk.screen.gallery.sceneries import list_sceneries  # noqa: PLC0415 # as Qt, only where it is drawn

        sceneries = {scenery.name: scenery for scenery in list_sceneries(shop, language)}
        return [(side, sceneries[name]) for name, side in PICTURES]

    return pick
