from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer, Validity
from kiosk.contract.playlist import Item
from kiosk.core.loop.programme import find_offer, list_playable
from tests.doubles.shop_floor import BOOTS, MONDAY, MUG, PICTURE, POSTER, Play

NOW = Instant(0.0, MONDAY, "id")
URGENT = replace(POSTER, id="urgent", priority=2)
HELLO = Item("hello", "text", title={"de": "Willkommen"})


def list_ids(*items: Item, now: Instant = NOW, offers: tuple[Offer, ...] = (MUG, BOOTS)) -> list[str]:
    return [item.id for item in list_playable(Play.of_shop(offers, items).floor, now)]


def test_a_higher_priority_keeps_all_lower_ones_off_while_it_is_on() -> None:
    assert list_ids(POSTER, URGENT, HELLO) == ["urgent"]
    later = replace(URGENT, valid=Validity(start=MONDAY + timedelta(hours=1)))
    assert list_ids(POSTER, later, HELLO) == ["poster", "hello"]


def test_an_item_is_on_within_its_validity_and_its_dayparts() -> None:
    over = replace(POSTER, id="over", valid=Validity(until=datetime(2026, 11, 23, 9, tzinfo=UTC)))
    evening = replace(POSTER, id="evening", dayparts=(Daypart(start="20:00"),))
    morning = replace(POSTER, id="morning", dayparts=(Daypart(start="10:00", until="11:00", days=("mon",)),))
    assert list_ids(over, evening, morning) == ["morning"]


def test_what_nobody_may_see_is_left_out() -> None:
    targeted = Item("targeted", "offer", offer="boots")
    assert list_ids(Item("film", "video", media=PICTURE), targeted, Item("o", "offer", offer="mug")) == ["film", "o"]


def test_where_nothing_is_on_the_offers_for_everybody_play() -> None:
    assert list_ids() == ["offer:mug"]
    assert list_ids(offers=()) == []


def test_an_items_offer_is_found_while_it_may_be_shown() -> None:
    floor = Play.of_shop((MUG, BOOTS), ()).floor
    assert find_offer(replace(POSTER, offer="mug"), floor, NOW) == MUG
    assert find_offer(replace(POSTER, offer="boots"), floor, NOW) is None
    assert find_offer(POSTER, floor, NOW) is None
