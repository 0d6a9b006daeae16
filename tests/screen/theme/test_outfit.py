import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize

from kiosk import settings
from kiosk.places import find_shipped
from kiosk.screen.composer import STILL
from kiosk.screen.theme.outfit import Tailor
from kiosk.theming.package import Theme, read_theme

pytestmark = pytest.mark.usefixtures("application")

MARKET, DAYLIGHT = (read_theme(find_shipped("themes") / name) for name in ("market", "daylight"))


def make_tailor(size: QSize, side: str = "right", **display: object) -> Tailor:
    shown = settings.Display(**display)  # type: ignore[arg-type]  # a test may set any of them
    return Tailor(shown, size, side, lambda _ref: None, lambda _key: None)


@pytest.mark.parametrize("theme", [MARKET, DAYLIGHT], ids=lambda theme: theme.name)
def test_an_outfit_is_fitted_to_the_display(theme: Theme) -> None:
    large, small = (make_tailor(size).fit(theme) for size in (QSize(1920, 1080), QSize(960, 540)))
    assert small.tokens.headline == pytest.approx(large.tokens.headline / 2, abs=0.1)
    still = small.shelves.pictures.find(STILL)
    assert still is not None
    assert still.full.size() == QSize(960, 540 - small.plan.above)


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080), QSize(1920, 360)], ids=str)
def test_under_a_bar_all_is_smaller_by_what_it_takes_of_the_height(size: QSize) -> None:
    bare = read_theme(find_shipped("themes") / "market", {"bar": False, "ticker": False})
    outfit, whole = (make_tailor(size).fit(theme) for theme in (MARKET, bare))
    left = 1 - outfit.plan.above / size.height()
    assert left < 1
    assert outfit.tokens.code == pytest.approx(whole.tokens.code * left, abs=0.2)


def test_no_sun_stands_where_a_theme_has_a_still_of_its_own() -> None:
    own = replace(DAYLIGHT, pictures={"still": b"a picture"})
    suns = [make_tailor(QSize(*size)).fit(own).plan.sun for size in ((960, 540), (540, 960))]
    assert [sun.isNull() for sun in suns] == [True, False], "it has none for an upright glass"


def test_nothing_moves_where_motion_is_unwanted_and_a_frame_is_never_zoomed() -> None:
    assert make_tailor(QSize(960, 540), reduced_motion=True).fit(DAYLIGHT).tokens.settle_ms == 0
    assert make_tailor(QSize(960, 540)).fit(MARKET).tokens.zoom_percent_per_s == 0


def test_each_outfit_has_addresses_of_its_own() -> None:
    tailor = make_tailor(QSize(960, 540))
    assert tailor.fit(MARKET, 7).shelves.locate("picture", STILL) == f"image://shelf/7/picture/{STILL}"
