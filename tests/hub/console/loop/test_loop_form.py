from datetime import UTC, datetime

import pytest
from starlette.datastructures import FormData

from kiosk.hub.console.loop.loop_form import put_item, read_item, type_item
from kiosk.hub.console.loop.target import Place
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.models.screens.screen_group import ScreenGroup
from kiosk.hub.sample.shop import STORE

PLACE = Place([], [ScreenGroup(id="g-1", store_id=STORE, name="Fenster", screens=[])])
ZONE = "Europe/Berlin"
OFFERS = ["o-1"]
GOOD = {
    "title_de": "Sonntag offen",
    "seconds": "12",
    "weight": "3",
    "priority": "2",
    "valid_from": "2026-11-22T10:00",
    "from_0": "18:00",
    "target": "group:g-1",
}


def make_item(kind: str = "text") -> PlaylistItem:
    return PlaylistItem(id="p-1", store_id=STORE, place=0, kind=kind, title={"de": "Alt"})


def test_what_is_typed_is_kept_and_comes_back_as_it_was() -> None:
    item = make_item()
    assert put_item(item, read_item(FormData(GOOD)), PLACE, OFFERS, ZONE) == {}

    assert (item.title, item.seconds, item.weight, item.priority) == ({"de": "Sonntag offen"}, 12, 3, 2)
    assert item.valid_from == datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert (item.group_id, item.screen_id) == ("g-1", None)
    assert item.dayparts == [{"days": [], "from": "18:00", "until": "24:00"}]
    typed = type_item(item, ZONE)
    assert {name: typed.texts[name] for name in ("title_de", "seconds", "valid_from")} == {
        name: GOOD[name] for name in ("title_de", "seconds", "valid_from")
    }
    assert (typed.target, typed.windows[0].start) == ("group:g-1", "18:00")


def test_a_picture_has_no_words_to_lack() -> None:
    item = make_item("image")

    assert put_item(item, read_item(FormData({"seconds": "8"})), PLACE, OFFERS, ZONE) == {}
    assert item.title == {"de": "Alt"}


def test_a_video_takes_its_own_time_and_may_name_what_a_tap_keeps() -> None:
    item = make_item("video")
    item.seconds = 2.4

    assert put_item(item, read_item(FormData({"seconds": "9", "offer": "o-1"})), PLACE, OFFERS, ZONE) == {}
    assert (item.seconds, item.offer_id) == (2.4, "o-1")
    assert put_item(item, read_item(FormData({})), PLACE, OFFERS, ZONE) == {}
    assert item.offer_id is None


def test_an_offer_stays_itself_whatever_is_sent() -> None:
    item = make_item("offer")
    item.offer_id = "o-2"

    assert put_item(item, read_item(FormData({"offer": "o-1"})), PLACE, OFFERS, ZONE) == {}
    assert item.offer_id == "o-2"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title_de": " "}, "title_de"),
        ({"title_en": "x" * 61}, "title_en"),
        ({"seconds": "0"}, "seconds"),
        ({"weight": "101"}, "weight"),
        ({"priority": "hoch"}, "priority"),
        ({"valid_until": "2026-11-22T09:00"}, "valid_until"),
        ({"from_0": "spät"}, "windows"),
        ({"target": "screen:elsewhere"}, "target"),
        ({"offer": "o-2"}, "offer"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(fields: dict[str, str], field: str) -> None:
    assert list(put_item(make_item(), read_item(FormData({**GOOD, **fields})), PLACE, OFFERS, ZONE)) == [field]
