from sqlalchemy import select

from kiosk.contract.daypart import Daypart
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.picture import Picture, state_media
from kiosk.hub.models.catalogue.playlist_item import (
    PlaylistItem,
    list_playlist_items,
    list_screen_items,
    order_items,
    state_item,
)
from kiosk.hub.models.screens.screen_group import ScreenGroup
from kiosk.hub.sample.shop import FIRST_SCREEN, SCREENS, STORE
from tests.hub.running import NOW


def test_the_loop_comes_in_its_order(hub: Hub) -> None:
    with hub.database.read() as session:
        assert [item.place for item in list_playlist_items(session, STORE)] == [0, 1, 2, 3]


def test_an_item_is_stated_with_its_media_and_dayparts(hub: Hub) -> None:
    with hub.database.write() as session:
        picture = session.scalars(select(Picture)).all()[0]
        item = PlaylistItem(
            id="p-x",
            store_id=STORE,
            place=9,
            kind="image",
            media_name=picture.name,
            media_portrait_name=picture.name,
            seconds=12,
            dayparts=[{"from": "18:00", "until": "22:00"}],
        )
        session.add(item)
    with hub.database.read() as session:
        stated = state_item(list_playlist_items(session, STORE)[-1])

    assert (stated.kind, stated.offer, stated.seconds) == ("image", None, 12)
    assert stated.media == stated.media_portrait == state_media(picture)
    assert stated.dayparts == (Daypart("18:00", "22:00"),)


def test_a_note_is_stated_with_its_words_share_and_validity() -> None:
    title, text = {"de": "Sonntag offen"}, {"de": "13 bis 18 Uhr"}
    item = PlaylistItem(id="p-t", store_id=STORE, place=9, kind="text", title=title, text=text, priority=2, weight=3)
    item.valid_until = NOW
    stated = state_item(item)

    assert (stated.title, stated.text, stated.priority, stated.weight) == (title, text, 2, 3)
    assert (stated.valid.start, stated.valid.until) == (None, NOW)


def test_a_screen_plays_what_is_for_it_for_its_groups_and_for_all(hub: Hub) -> None:
    own = PlaylistItem(id="p-mine", store_id=STORE, place=10, kind="text", screen_id=FIRST_SCREEN)
    other = PlaylistItem(id="p-other", store_id=STORE, place=11, kind="text", screen_id="window-2")
    shared = PlaylistItem(id="p-group", store_id=STORE, place=12, kind="text", group_id="g-1")
    gone = PlaylistItem(id="p-gone", store_id=STORE, place=13, kind="text", group_id="g-dissolved")
    with hub.database.write() as session:
        session.add(ScreenGroup(id="g-1", store_id=STORE, name="Fenster", screens=["window-2"]))
        session.add_all([own, other, shared, gone])
    with hub.database.read() as session:
        played = [[item.id for item in list_screen_items(session, STORE, screen)][4:] for screen in SCREENS]

    assert played == [["p-mine"], ["p-other", "p-group"]]


def test_the_order_is_as_it_is_wished_and_who_is_not_named_comes_last(hub: Hub) -> None:
    with hub.database.write() as session:
        order_items(list_playlist_items(session, STORE), ["p-watch", "p-nowhere", "p-candle"])
    with hub.database.read() as session:
        items = list_playlist_items(session, STORE)

    assert [item.id for item in items] == ["p-watch", "p-candle", "p-vase", "p-knits"]
