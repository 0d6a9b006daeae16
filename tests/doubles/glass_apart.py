"""An offer on the glass of a process of its own, with the environment that every real start prepares.

python -m tests.doubles.glass_apart PICTURE
"""

import sys
from pathlib import Path

from kiosk import settings
from kiosk.core.glass.scene import Offering
from kiosk.screen.display.application import make_application
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme

DISPLAY = settings.Display(fullscreen=False, size="1920x1080", reduced_motion=True)


def make_scene(shop: SampleShop) -> Offering:
    return Offering(shop.make_offer(SAMPLES[2]), "de", "i", "s")


def draw_glass(picture: Path) -> None:
    application = make_application(DISPLAY)
    shop = SampleShop()
    screen = Screen(DISPLAY, find_theme(settings.Theme()).theme, Place(), Ports(shop.find_file))
    screen.show(fullscreen=False)
    screen.stage.show(make_scene(shop))
    application.processEvents()
    screen.save_screenshot(picture)
    screen.close()


if __name__ == "__main__":
    draw_glass(Path(sys.argv[1]))
