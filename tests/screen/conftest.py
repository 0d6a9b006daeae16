"""A real application and real windows, rendered offscreen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import settings
from kiosk.screen.display.application import make_application
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.package import Theme
from kiosk.theming.shelf import find_theme

OpenScreen = Callable[..., Screen]


@pytest.fixture(scope="session")
def application(qapp: QGuiApplication) -> QGuiApplication:
    made = make_application(settings.Display(), {})
    assert made is qapp
    return made


@pytest.fixture(scope="session")
def shop() -> SampleShop:
    return SampleShop()


@pytest.fixture
def open_screen(application: QGuiApplication, shop: SampleShop) -> Iterator[OpenScreen]:
    """Opens screens, of the shipped theme unless another is given, that show the sample shop; closes them all."""
    opened: list[Screen] = []

    def open_one(
        size: str = "1920x1080",
        place: Place | None = None,
        ports: Ports | None = None,
        theme: Theme | None = None,
        **display: object,
    ) -> Screen:
        wanted = settings.Display(**{"fullscreen": False, "size": size, "reduced_motion": True, **display})  # type: ignore[arg-type]  # a test may set any of them
        worn = theme or find_theme(settings.Theme()).theme
        screen = Screen(wanted, worn, place or Place(), ports or Ports(shop.find_file))
        screen.show(fullscreen=False)
        opened.append(screen)
        return screen

    yield open_one
    for screen in opened:
        screen.close()
    application.processEvents()


@pytest.fixture
def look_at(tmp_path: Path) -> Callable[[Screen], QImage]:
    """What stands on the glass now."""

    def look(screen: Screen) -> QImage:
        path = tmp_path / "glass.png"
        screen.save_screenshot(path)
        return QImage(str(path))

    return look


@pytest.fixture(params=[sample.name for sample in SAMPLES])
def sample_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)
