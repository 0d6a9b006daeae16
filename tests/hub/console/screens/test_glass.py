from datetime import datetime, timedelta

import pytest

from kiosk.hub.console.screens.glass import SLOW, Glass, view_glass
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.screens.screen_picture import ScreenPicture
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

WORDS = choose_console_words("de")
BEFORE, LATER = NOW - timedelta(minutes=3), NOW + SLOW


def view(now: datetime = NOW, taken_at: datetime | None = None, reason: str | None = None) -> Glass:
    picture = ScreenPicture(
        store_id=STORE, screen_id="door 1", command_id="c-1", asked_at=NOW, taken_at=taken_at, reason=reason
    )
    return view_glass(picture, now, "Europe/Berlin", WORDS)


def test_nobody_asked_and_nothing_is_said() -> None:
    assert view_glass(None, NOW, "Europe/Berlin", WORDS) == Glass(None, "", "")


@pytest.mark.parametrize(
    ("glass", "news"),
    [
        (view(), "unterwegs"),
        (view(taken_at=BEFORE), "unterwegs"),
        (view(LATER), "nicht geantwortet"),
        (view(reason="private"), "nur eine Kundin angeht"),
        (view(reason="not_possible", taken_at=BEFORE), "Ging nicht"),
    ],
)
def test_what_came_of_the_question_is_said(glass: Glass, news: str) -> None:
    assert news in glass.news


def test_a_picture_is_shown_with_its_time_and_never_from_an_old_copy() -> None:
    glass = view(taken_at=NOW)

    assert glass.address == f"/console/screens/door%201/picture?at={NOW.timestamp():.0f}"
    assert (glass.taken, glass.news) == ("Auf seinem Glas: heute, 10:00", "")
    assert view(taken_at=BEFORE).address != glass.address
