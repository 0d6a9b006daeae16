"""`kiosk theme offer`: an offer as it stands on the glass, for a program such as the hub's console."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from kiosk import settings
from kiosk.cli.arguments import Subparsers
from kiosk.cli.drawing import SIZES, FindFile, Pick, write_pictures
from kiosk.contract.offer import MediaRef, Offer
from kiosk.core.glass.scene import Offering
from kiosk.errors import FileRefused
from kiosk.theming.package import LANGUAGES
from kiosk.theming.shelf import find_theme

if TYPE_CHECKING:
    from kiosk.screen.gallery.samples import SampleShop
    from kiosk.screen.gallery.sceneries import Scenery

DESCRIPTION = """\
Draw an offer by the code that draws the screen, lying and upright, as it is shown to who stands near: the offer as the
catalogue states it comes as a JSON object on standard input, with the values of the theme's options. A theme that no
screen would wear gives way to the built-in one, as it does on a screen.

example:
  echo '{"offer": {"id": "o-1", "title": {"en": "Mug"}}}' | kiosk theme offer market --language en --out pictures"""

MOST_BYTES = 64 * 1024


class Given(Struct, frozen=True):
    """What is to be drawn."""

    offer: Offer
    options: dict[str, str | bool | float] = {}


def add_offer_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "offer",
        help="an offer as it stands on the glass, for programs",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", help="the theme's name on the shelf")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes (the setting theme.dir)")
    parser.add_argument("--media", type=Path, metavar="FOLDER", help="where the offer's pictures lie, by their names")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="the words' language")
    parser.add_argument("--out", type=Path, metavar="FOLDER", required=True, help="where to put the pictures")
    parser.set_defaults(run=draw_offer)


def draw_offer(args: argparse.Namespace) -> int:
    """Draw it. Raises `FileRefused`."""
    given = _read_given()
    worn = find_theme(settings.Theme(args.name, args.dir, given.options)).theme
    write_pictures(worn, _show(given.offer, args.language), args.out, _look_in(args.media))
    return 0


def _read_given() -> Given:
    try:
        return msgspec.json.decode(sys.stdin.buffer.read(MOST_BYTES), type=Given)
    except msgspec.DecodeError as error:
        message = (
            f'standard input is no JSON object such as {{"offer": {{"id": "o-1", "title": {{"en": "Mug"}}}}}}: {error}'
        )
        raise FileRefused(message) from error


def _look_in(folder: Path | None) -> FindFile:
    """By the last part of their addresses, which no address can lead out of the folder with."""

    def find_file(ref: MediaRef) -> Path | None:
        file = folder / Path(ref.url).name if folder else None
        return file if file and file.is_file() else None

    return find_file


def _show(offer: Offer, language: str) -> Pick:
    def pick(_shop: "SampleShop") -> list[tuple[str, "Scenery"]]:
        from kiosk.screen.gallery.sceneries import Scenery  # noqa: PLC0415 # as Qt, only where it is drawn

        return [(side, Scenery("offer", Offering(offer, language, "i", "s", reader_ready=True))) for side in SIZES]

    return pick
