import pytest

from kiosk.places import find_shipped
from kiosk.screen.sound.players import load_player
from kiosk.screen.sound.sounds import Sound


@pytest.mark.qt_log_ignore(".")  # a machine without sound says so in many ways
@pytest.mark.usefixtures("application")
def test_each_sound_can_be_loaded_and_played_as_often_as_wanted() -> None:
    for sound in Sound:
        play = load_player(find_shipped("assets") / "sounds" / f"{sound}.wav", 0.0)
        play()
        play()
