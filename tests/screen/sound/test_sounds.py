import wave
from functools import partial

import pytest

from kiosk.core.glass.scene import Attract, Hint, Offering, Saved, Scene
from kiosk.places import find_shipped
from kiosk.screen.sound.players import plays_sound
from kiosk.screen.sound.sounds import Sound, Sounds, choose_sound, open_sounds
from tests.doubles.shop_floor import MUG

STILL = Attract(None, None, "de", "i")
OFFER = Offering(MUG, "de", "i", "s")
HINT = Offering(MUG, "de", "i", "s", hint=Hint.USE_CODE)
GREETING = Attract(None, None, "de", "i", hint=Hint.WELCOME)
KEPT = Saved(MUG, "de", "b")


@pytest.mark.parametrize(
    ("before", "scene", "sound"),
    [
        (None, STILL, None),
        (STILL, OFFER, None),
        (OFFER, KEPT, Sound.KEPT),
        (KEPT, Saved(MUG, "de", "b", claim_url="https://hub.example/c/1"), None),
        (KEPT, Saved(MUG, "de", "c"), Sound.KEPT),
        (OFFER, HINT, Sound.HINT),
        (HINT, HINT, None),
        (HINT, OFFER, None),
        (None, HINT, Sound.HINT),
        (STILL, GREETING, Sound.KEPT),
        (GREETING, STILL, None),
    ],
)
def test_what_is_kept_who_is_greeted_and_what_went_wrong_is_heard_once(
    before: Scene | None, scene: Scene, sound: Sound | None
) -> None:
    assert choose_sound(before, scene) == sound


def test_the_sounds_follow_the_scenes_and_the_finger() -> None:
    heard: list[Sound] = []
    sounds = Sounds({sound: partial(heard.append, sound) for sound in Sound})
    for scene in (STILL, OFFER, KEPT, STILL):
        sounds.follow(scene)
    sounds.play_touch()
    assert heard == [Sound.KEPT, Sound.TOUCH]


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_short_and_soft_and_begins_and_ends_in_silence(sound: Sound) -> None:
    with wave.open(str(find_shipped("assets") / "sounds" / f"{sound}.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert seconds < 1
    assert max(samples) < 0.7 * 32767
    assert abs(samples[0]) < 100 > abs(samples[-1])


@pytest.mark.qt_log_ignore(".")  # a machine without sound says so in many ways
@pytest.mark.usefixtures("application")
def test_the_sounds_are_there_where_the_machine_plays_any() -> None:
    assert (open_sounds(0.5) is not None) == plays_sound()
