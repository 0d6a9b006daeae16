from sqlalchemy import select

from kiosk.contract.daypart import Daypart
from kiosk.hub.context import Hub
from kiosk.hub.models.picture import Picture, state_media
from kiosk.hub.models.playlist_item import PlaylistItem, list_playlist_items, state_item
from kiosk.hub.sample_shop import STORE


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
