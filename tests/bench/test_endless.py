from pathlib import Path

import pytest

from kiosk.bench.endless import FADE_S, Endless, make_endless
from kiosk.bench.stock import STORE, Stock, make_stock
from kiosk.loyalty.last_good import LastGood
from kiosk.settings.file import read_settings
from kiosk.theming.shelf import find_theme
from tests.doubles.notebook import FaultBook
from tests.doubles.videos import GREEN


@pytest.fixture
def stock(tmp_path: Path) -> Stock:
    return make_stock(tmp_path / "stock", members=0)


@pytest.fixture
def endless(stock: Stock, tmp_path: Path) -> Endless:
    return make_endless(stock, tmp_path / "themes")


def test_every_picture_has_its_turn_and_no_offer_comes_between(stock: Stock, endless: Endless) -> None:
    catalogue = LastGood(stock.state, STORE).load(FaultBook()).catalogue

    assert catalogue is not None
    assert len(catalogue.playlist) == len(endless.pictures) == len(list((stock.state / "media").iterdir()))
    assert (catalogue.offers, {item.seconds for item in catalogue.playlist}) == ((), {FADE_S})
    assert all(Path(picture).is_file() for picture in endless.pictures)


def test_the_crossfade_takes_all_of_an_items_time(endless: Endless) -> None:
    found = find_theme(read_settings(None, {}, endless.settings).theme)

    assert (found.refusal, found.theme.tokens.crossfade_ms) == (None, FADE_S * 1000)


def test_a_video_follows_each_picture_where_there_is_one(stock: Stock, tmp_path: Path) -> None:
    make_endless(stock, tmp_path / "themes", GREEN)
    catalogue = LastGood(stock.state, STORE).load(FaultBook()).catalogue

    assert catalogue is not None
    assert [item.kind for item in catalogue.playlist[:4]] == ["image", "video", "image", "video"]
