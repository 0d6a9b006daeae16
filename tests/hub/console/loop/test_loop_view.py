from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.hub.console.loop.loop_view import Shelf, view_item
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.picture import Picture
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

LOCAL = NOW.astimezone(ZoneInfo("Europe/Berlin"))
WORDS = choose_console_words("de")
OFFER = Offer(id="o-1", store_id=STORE, title={"de": "Becher"}, text={}, currency="EUR")
GONE = Offer(id="o-2", store_id=STORE, title={"de": "Alt"}, text={}, currency="EUR", archived_at=NOW)
SHELF = Shelf({"o-1": OFFER, "o-2": GONE}, {"": "Alle Bildschirme", "screen:door": "Bildschirm: door"})


def make_item(kind: str = "text", **more: object) -> PlaylistItem:
    return PlaylistItem(id="p-1", store_id=STORE, place=0, kind=kind, **more)  # type: ignore[arg-type] # as its columns are


@pytest.mark.parametrize(
    ("item", "title"),
    [
        (make_item("offer", offer_id="o-1"), "Becher"),
        (make_item("image", label="Sommer"), "Sommer"),
        (make_item("image"), "Bild"),
        (make_item(title={"en": "Open"}), "Open"),
    ],
)
def test_an_item_is_called_by_what_it_shows(item: PlaylistItem, title: str) -> None:
    assert view_item(item, SHELF, LOCAL, WORDS).title == title


def test_all_that_is_said_of_it_stands_in_one_line() -> None:
    item = make_item(
        screen_id="door",
        dayparts=[{"from": "18:00"}],
        valid_until=NOW + timedelta(days=2),
        priority=2,
        weight=3,
        seconds=12.5,
    )

    assert view_item(item, SHELF, LOCAL, WORDS).details == (
        *("12.5 s", "Bildschirm: door", "nach Uhrzeit (1)", "bis 24. November, 10:00", "Vorrang 2", "3-mal so oft"),
    )
    assert "für keinen Bildschirm" in view_item(make_item(group_id="g-gone"), SHELF, LOCAL, WORDS).details


@pytest.mark.parametrize(
    ("more", "is_on"),
    [
        ({}, True),
        ({"dayparts": [{"from": "09:00", "until": "11:00"}]}, True),
        ({"dayparts": [{"from": "18:00"}]}, False),
        ({"valid_until": NOW}, False),
        ({"kind": "offer", "offer_id": "o-1"}, True),
        ({"kind": "offer", "offer_id": "o-2"}, False),
    ],
)
def test_whether_it_plays_now_is_said(more: dict[str, object], *, is_on: bool) -> None:
    assert view_item(make_item(**more), SHELF, LOCAL, WORDS).is_on is is_on  # type: ignore[arg-type] # as its columns are


def test_its_picture_is_its_own() -> None:
    item = make_item("image", media_name="a.webp")
    item.media = Picture(name="a.webp", sha256="0" * 64, bytes=1)

    assert view_item(item, SHELF, LOCAL, WORDS).picture == "/v1/media/a.webp"


def test_a_video_is_no_picture() -> None:
    item = make_item("video", media_name="a.mp4")
    item.media = Picture(name="a.mp4", sha256="0" * 64, bytes=1)

    row = view_item(item, SHELF, LOCAL, WORDS)
    assert (row.picture, row.video) == (None, "/v1/media/a.mp4")


def test_a_line_of_the_ticker_takes_no_seconds() -> None:
    assert view_item(make_item("ticker"), SHELF, LOCAL, WORDS).details == ("Alle Bildschirme",)
