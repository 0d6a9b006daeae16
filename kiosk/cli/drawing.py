"""Draws scenes into files by the code that draws the screen, without any display, for programs that ask for them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.contract.offer import MediaRef
from kiosk.theming.package import Theme

if TYPE_CHECKING:
    from kiosk.screen.gallery.samples import SampleShop
    from kiosk.screen.gallery.sceneries import Scenery

Pick: TypeAlias = Callable[["SampleShop"], list[tuple[str, "Scenery"]]]
"""What to draw of the sample shop, and on which side: one of `SIZES`."""

FindFile: TypeAlias = Callable[[MediaRef], Path | None]
"""Where the file of a picture or clip lies, if it is there."""

DRAWN_IN = "offscreen"
SIZES = {"landscape": "960x540", "portrait": "540x960"}
_QUALITY = 86


def write_pictures(theme: Theme, pick: Pick, out: Path, find_file: FindFile | None = None) -> None:
    """Write a `NAME-SIDE.webp` of each into a folder, which is made where it is not there.

    `find_file` says where their media lie, if they are not the sample shop's.
    """
    os.environ["QT_QPA_PLATFORM"] = DRAWN_IN
    from kiosk import settings  # noqa: PLC0415 # Qt reads the platform as it is loaded
    from kiosk.screen.display.application import make_application  # noqa: PLC0415 # as above
    from kiosk.screen.gallery.drawing import draw_scenes  # noqa: PLC0415 # as above
    from kiosk.screen.gallery.samples import SampleShop  # noqa: PLC0415 # as above

    application, shop = make_application(settings.Display()), SampleShop()
    picked = pick(shop)
    out.mkdir(parents=True, exist_ok=True)
    for side, size in SIZES.items():
        sceneries = [scenery for its_side, scenery in picked if its_side == side]
        frames = draw_scenes(application, theme, find_file or shop.find_file, sceneries, size)
        for scenery, frame in zip(sceneries, frames, strict=True):
            frame.save(str(out / f"{scenery.name}-{side}.webp"), None, _QUALITY)
