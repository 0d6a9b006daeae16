"""Shows every scene, in a process of its own, and prints the classes of Qt that were made only meanwhile.

python -m tests.doubles.lazy_classes
"""

import sys
from types import ModuleType

from PySide6 import QtCore, QtGui, QtQml, QtQuick

from kiosk import settings
from kiosk.screen.display.application import make_application
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import list_sceneries
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme

MODULES: tuple[ModuleType, ...] = (QtCore, QtGui, QtQml, QtQuick)
DISPLAY = settings.Display(fullscreen=False, size="640x360")


def list_classes() -> set[str]:
    return {f"{module.__name__}.{name}" for module in MODULES for name in vars(module)}


def show_all() -> set[str]:
    """The classes made after the screen stood."""
    application = make_application(DISPLAY)
    shop = SampleShop()
    screen = Screen(DISPLAY, find_theme(settings.Theme()).theme, Place(), Ports(shop.find_file))
    before = list_classes()
    screen.offer_touch(lambda _wish: None, languages=2)
    screen.show(fullscreen=False)
    screen.stage.prepare([shop.make_offer(sample) for sample in SAMPLES], ()).result()
    for scenery in list_sceneries(shop, "de"):
        screen.stage.show(scenery.scene)
        application.processEvents()
    made = list_classes() - before
    screen.close()
    return made


if __name__ == "__main__":
    sys.stdout.write(" ".join(sorted(show_all())))
