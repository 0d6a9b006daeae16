from kiosk.hub.context import Hub
from kiosk.hub.models.screens.screen_picture import (
    ScreenPicture,
    find_picture_by_command,
    find_screen_picture,
    map_pictures,
)
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW


def test_a_picture_is_found_by_its_screen_and_by_who_asked(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(
            ScreenPicture(store_id=STORE, screen_id=FIRST_SCREEN, command_id="c-1", asked_at=NOW, image=b"RIFF")
        )
    with hub.database.read() as session:
        picture = find_screen_picture(session, STORE, FIRST_SCREEN)
        assert picture is not None
        assert picture.image == b"RIFF"
        assert find_picture_by_command(session, "c-1") is picture
        assert map_pictures(session, STORE) == {FIRST_SCREEN: picture}
        assert find_screen_picture(session, STORE, "window-2") is None
