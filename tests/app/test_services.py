import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import current_thread

import pytest

from kiosk.app.clocks import tell_mono
from kiosk.app.givens import gather_givens
from kiosk.app.services import Services
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.core.effects import AnnounceShown, AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BookmarkAnswered,
    BookmarkSaved,
    Event,
    RankerChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    ShownRecalled,
)
from kiosk.fleet.status import Clocks, Status
from kiosk.learning.memory import Memory
from kiosk.learning.ranker import LearntRanker
from kiosk.mqtt.address import Address
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import stand_by
from tests.doubles.deadline import wait_until
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.notebook import Notebook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import BOOTS, CARD, make_shopper
from tests.doubles.theme_switches import make_theme_switch
from tests.offers.test_eligibility import SITUATION

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOOKMARK = Bookmark("b-1", "boots", "berlin-mitte", "window-1", "home", "i-1", CARD, NOW, "de")


@dataclass
class House:
    services: Services
    server: LoyaltyServer
    status: Status
    events: Notebook[Event]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    events: Notebook[Event] = Notebook()
    with LoyaltyServer() as server:
        givens = gather_givens(make_settings(tmp_path, f"loyalty.url={server.url}"), status)
        services = Services(givens, events.write, lambda: None, make_theme_switch(tmp_path, status))
        services.start()
        yield House(services, server, status, events)
        services.stop()


def test_a_bookmark_is_written_delivered_and_counted(house: House) -> None:
    house.server.offer("boots")
    house.services.save(SaveBookmark(BOOKMARK))
    house.events.wait_until(lambda events: any(isinstance(event, BookmarkAnswered) for event in events))
    assert BookmarkSaved("b-1") in house.events.read()
    assert list(house.server.bookmarks) == ["b-1"]
    assert house.status.compose().outbox.waiting == 0


def test_what_was_seen_reaches_the_api_as_events(house: House) -> None:
    house.services.say(AnnounceShown("i-1", "boots", None, "proximity", heard_at=0.0), 0.0)
    house.services.say(AnnounceTap("b-1", "boots", TapOutcome.SAVED, felt_at=0.0), 0.0)
    house.server.wait_for(lambda: {"kiosk.impression", "kiosk.tap"} <= _list_types(house.server))


def test_how_the_screen_is_reaches_the_api_and_so_does_a_fault(house: House) -> None:
    house.status.set_fault("nfc", "reader_gone")
    house.services.save(SaveBookmark(BOOKMARK))
    house.server.wait_for(
        lambda: any(fault["part"] == "nfc" for status in house.server.statuses for fault in status["faults"])
    )


def test_a_members_visit_reaches_the_api_once_it_is_over(house: House) -> None:
    for name, guest in (("s_anna", make_shopper("s_anna")), ("", None)):
        house.services.note_visit(ShopperNear(name, "home", tell_mono() - 60), guest)
        house.services.note_visit(ShopperLeft(name, "home"), guest)
    house.services.say(AnnounceShown("i-1", "boots", None, "proximity", heard_at=0.0), 0.0)
    house.server.wait_for(lambda: "i-1" in house.server.events)
    [visit] = [event["data"] for event in house.server.events.values() if event["type"] == "kiosk.visit"]
    assert visit == {"shopper": "s_anna", "zone": "home", "seconds": pytest.approx(60, abs=5)}


def test_an_offer_that_was_chosen_reaches_the_api_with_its_policy_and_propensity(house: House) -> None:
    choice = LearntRanker(Memory(), "window-1", 0.08)([BOOTS], SITUATION)
    house.services.say(AnnounceShown("i-1", "boots", None, "proximity", heard_at=0.0, choice=choice), 0.0)
    house.server.wait_for(lambda: "i-1" in house.server.events)
    assert house.server.events["i-1"]["data"] == {
        "offer": "boots",
        "item": None,
        "reason": "proximity",
        "policy": "thompson-1",
        "chosen_by": "priority",
        "propensity": 1.0,
    }
    assert any(isinstance(event, RankerChanged) for event in house.events.read())


def test_what_the_courier_finds_well_again_the_sync_does_not_wait_for(house: House) -> None:
    house.server.wait_for(lambda: house.server.count_hits("/v1/shoppers") == 1)
    house.server.fail_always("/v1", Fault(500))
    house.services.save(SaveBookmark(BOOKMARK))
    wait_until(lambda: _list_codes(house.status) == ["http_500"])
    synced = house.server.count_hits("/v1/catalogue")
    house.server.heal()
    # How long the courier waits is up to chance.
    house.server.wait_for(lambda: house.server.count_hits("/v1/catalogue") > synced, timeout_s=60)
    wait_until(lambda: _list_codes(house.status) == [])


def test_what_was_shown_is_the_first_that_the_next_start_tells(tmp_path: Path) -> None:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    givens = gather_givens(make_settings(tmp_path), status)
    told: list[Event] = []
    theme_switch = make_theme_switch(tmp_path, status)
    first = Services(givens, lambda _event: None, lambda: None, theme_switch)
    second = Services(givens, told.append, lambda: None, theme_switch)
    first.start()
    first.remember(NOTHING_SHOWN.record("anna", "boots", NOW.date(), tell_mono()))
    first.stop()
    second.start()
    second.stop()
    assert isinstance(told[0], ShownRecalled)
    assert set(told[0].shown.tallies) == {("anna", "boots")}


def test_a_screen_without_a_reader_loads_nothing_of_the_readers() -> None:
    program = "import sys, kiosk.app.services; print('nfc' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert told == "False\n"


def test_who_comes_in_with_a_sync_is_recognised_and_the_glass_waits_for_none_of_it(
    tmp_path: Path, broker: RunningBroker
) -> None:
    key_file = tmp_path / "store.key"
    key_file.write_text("5e" * 32)
    told: Notebook[tuple[type[Event], str]] = Notebook()
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    beacon = hash_id(bytes.fromhex("5e" * 32), "proximity", normalise_proximity_id("keys:anna"))
    with LoyaltyServer() as server, stand_by(Address(broker.host, broker.port)) as gateway:
        server.shoppers = [{"key": "anna", "proximity": [beacon], "consents": ["proximity"]}]
        words = (f"loyalty.url={server.url}", f"broker.url=mqtt://{broker.host}:{broker.port}")
        givens = gather_givens(make_settings(tmp_path, *words, f"store.key_file={key_file}"), status)
        theme_switch = make_theme_switch(tmp_path, status)
        services = Services(
            givens, lambda event: told.write((type(event), current_thread().name)), lambda: None, theme_switch
        )
        services.start()
        told.wait_for((ShoppersChanged, "sync"))
        feed = services.feed
        assert feed is not None

        def is_recognised() -> bool:
            gateway.say("espresense/devices/keys:anna/home", b'{"id": "keys:anna", "distance": 0.8}')
            return [sighting.shopper for sighting in feed.drain()][-1:] == ["anna"]

        wait_until(is_recognised)
        services.stop()


def _list_codes(status: Status) -> list[str]:
    """What is wrong with the API."""
    return [fault.code for fault in status.compose().faults if fault.part == "api"]


def _list_types(server: LoyaltyServer) -> set[str]:
    return {str(event["type"]) for event in server.events.values()}
