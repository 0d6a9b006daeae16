from PySide6.QtGui import QGuiApplication

from kiosk.places import find_shipped
from kiosk.screen.gallery.drawing import SIZES, draw_scenes
from kiosk.screen.gallery.samples import SampleShop
from kiosk.screen.gallery.sceneries import Scenery, list_sceneries
from kiosk.theming.package import read_theme


def test_each_scene_is_drawn_on_glass_of_the_size_that_is_asked_for(application: QGuiApplication) -> None:
    shop = SampleShop()
    sceneries = list_sceneries(shop, "de")[:2]
    frames = draw_scenes(
        application, read_theme(find_shipped("themes") / "market"), shop.find_file, sceneries, SIZES["shelf-edge"]
    )
    assert [(frame.width(), frame.height()) for frame in frames] == [(1920, 360)] * 2
    assert frames[0] != frames[1]


def test_what_needs_no_touch_is_drawn_as_on_glass_that_cannot_be_touched_whatever_the_order(
    application: QGuiApplication,
) -> None:
    shop, theme = SampleShop(), read_theme(find_shipped("themes") / "market")
    plain, touched = (find_scenery(shop, name) for name in ("kept", "kept-touch"))
    frames, (alone,) = (
        draw_scenes(application, theme, shop.find_file, sceneries, "960x540")
        for sceneries in ((touched, plain), (plain,))
    )
    assert frames[1] == alone
    assert frames[0] != alone


def find_scenery(shop: SampleShop, name: str) -> Scenery:
    return next(scenery for scenery in list_sceneries(shop, "de") if scenery.name == name)
