from pathlib import Path

import pytest
from msgspec import json

from kiosk.bench.bare_offer import BareOffer
from kiosk.bench.stock import OFFERS, STORE, Stock, make_stock, name_offer
from kiosk.loyalty.last_good import LastGood
from kiosk.loyalty.media import Media
from kiosk.loyalty.playable import select_playable
from kiosk.settings.file import read_settings
from tests.doubles.notebook import FaultBook


@pytest.fixture
def stock(tmp_path: Path) -> Stock:
    return make_stock(tmp_path, members=20)


def test_the_screen_can_show_all_of_it_without_a_network(stock: Stock) -> None:
    catalogue = LastGood(stock.state, STORE).load(FaultBook()).catalogue
    media = Media(stock.state / "media", 10**9)

    assert catalogue is not None
    playable = select_playable(catalogue, lambda ref: media.path_of(ref) is not None, lambda _ref: None)
    assert [offer.id for offer in playable.offers] == [name_offer(number) for number in range(OFFERS)]
    assert [item.id for item in playable.playlist] == ["loop"]
    assert playable.missing == ()


def test_each_member_is_known_by_a_beacon_of_her_own(stock: Stock) -> None:
    shoppers = LastGood(stock.state, STORE).load(FaultBook()).shoppers.values()

    assert len({shopper.proximity for shopper in shoppers}) == stock.members == 20


def test_its_settings_are_good(stock: Stock) -> None:
    settings = read_settings(None, {}, stock.list_settings())

    assert settings.state.dir == stock.state


def test_the_bare_program_gets_the_same_pictures(stock: Stock) -> None:
    offers = json.decode(stock.bare_file.read_bytes(), type=list[BareOffer])

    assert [offer.id for offer in offers] == ["loop", *(name_offer(number) for number in range(OFFERS))]
    assert all(Path(offer.picture).is_file() for offer in offers)
