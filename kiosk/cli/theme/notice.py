"""`kiosk theme notice`: a notice as it stands on the glass, for a program such as the hub's console."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk import settings
from kiosk.cli.arguments import Subparsers
from kiosk.cli.drawing import SIZES, Pick, write_pictures
from kiosk.contract.notice_text import LONGEST
from kiosk.core.glass.scene import Notice
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.errors import FileRefused
from kiosk.theming.shelf import find_theme

if TYPE_CHECKING:
    from kiosk.screen.gallery.samples import SampleShop
    from kiosk.screen.gallery.sceneries import Scenery

DESCRIPTION = """\
Draw a notice by the code that draws the screen, lying and upright: its texts, one for each language, and its level come
as a JSON object on standard input. No theme changes its colours or its type.

example:
  echo '{"texts": ["Kasse 3 öffnet", "Till 3 is opening"], "level": "info"}' | kiosk theme notice --out pictures"""

MOST_BYTES = 64 * 1024


class Given(Struct, frozen=True):
    """What is to be drawn."""

    texts: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=LONGEST)], ...], Meta(min_length=1)]
    level: Level


def add_notice_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "notice",
        help="a notice as it stands on the glass, for programs",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, metavar="FOLDER", required=True, help="where to put the pictures")
    parser.set_defaults(run=draw_notice)


def draw_notice(args: argparse.Namespace) -> int:
    """Draw it. Raises `FileRefused`."""
    given = _read_given()
    write_pictures(find_theme(settings.Theme()).theme, _show(given), args.out)
    return 0


def _read_given() -> Given:
    try:
        return msgspec.json.decode(sys.stdin.buffer.read(MOST_BYTES), type=Given)
    except msgspec.DecodeError as error:
        message = 'standard input is no JSON object such as {"texts": ["Till 3 is opening"], "level": "info"}'
        raise FileRefused(message) from error


def _show(given: Given) -> Pick:
    def pick(_shop: "SampleShop") -> list[tuple[str, "Scenery"]]:
        from kiosk.screen.gallery.sceneries import Scenery  # noqa: PLC0415 # as Qt, only where it is drawn

        notice = Notice(Bulletin({"": given.texts[0]}, given.level), given.texts, "de", "i")
        return [(side, Scenery("notice", notice)) for side in SIZES]

    return pick
