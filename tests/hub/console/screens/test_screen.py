import pytest

from kiosk.hub.models.screens.screen_picture import ScreenPicture
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP

SCREENS = "/console/screens"


@pytest.mark.parametrize("deed", ["look", "identify"])
def test_without_a_line_to_the_screens_that_is_said(sam: Clerk, deed: str) -> None:
    page = sam.fill_in(SCREENS, {}, f"{SCREENS}/{FIRST_SCREEN}/{deed}")

    assert "Der Hub hat gerade keine Leitung zu den Bildschirmen." in page.text


def test_the_picture_that_came_is_shown_to_the_staff_and_to_nobody_else(sam: Clerk, otto: Clerk) -> None:
    path = f"{SCREENS}/{FIRST_SCREEN}/picture"
    assert sam.open(path).status_code == 404
    with sam.running.hub.database.write() as session:
        now = sam.running.hub.now()
        key = {"store_id": STORE, "screen_id": FIRST_SCREEN, "command_id": "c-1"}
        session.add(ScreenPicture(**key, asked_at=now, taken_at=now, image=WEBP))

    assert sam.open(path).content == WEBP
    assert path in sam.open(SCREENS).text
    assert otto.open(path).status_code == 404


@pytest.mark.parametrize("deed", ["look", "identify"])
def test_another_stores_screen_is_not_asked(otto: Clerk, deed: str) -> None:
    assert otto.fill_in(SCREENS, {}, f"{SCREENS}/{FIRST_SCREEN}/{deed}").status_code == 404
