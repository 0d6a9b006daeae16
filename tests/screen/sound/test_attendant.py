from functools import partial

import pytest

from kiosk.core.glass.scene import Attract, Browsing, Comfort, Saved
from kiosk.places import find_shipped
from kiosk.screen.sound.attendant import Attendant, open_attendant
from kiosk.screen.sound.sounds import Sound, Sounds
from kiosk.screen.sound.voice import Voice
from kiosk.settings.display import Display
from kiosk.theming.package import read_theme
from tests.doubles.shop_floor import MUG

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


def test_scenes_touches_and_controls_are_heard_by_both() -> None:
    heard: list[str] = []
    sounds = Sounds({sound: partial(heard.append, sound) for sound in Sound})
    attendant = Attendant(sounds, Voice(lambda text, _language: heard.append(text), always=False))
    assert attendant.speaks
    attendant.note_touch()
    attendant.follow(Browsing(MUG, "de", "i", comfort=Comfort(read=True)), WORDS)
    attendant.name("Beenden")
    attendant.follow(Saved(MUG, "de", "b"), WORDS)
    assert heard == ["touch", "Becher. 12,90\u00a0€.", "Beenden", "kept", f"{WORDS.saved}. {WORDS.saved_line}"]


@pytest.mark.usefixtures("application")
def test_a_silent_screen_loads_nothing_and_bears_everything() -> None:
    attendant = open_attendant(Display())
    attendant.note_touch()
    attendant.follow(Attract(None, None, "de", "i"), WORDS)
    attendant.name("Beenden")
    assert not attendant.speaks
