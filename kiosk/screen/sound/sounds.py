"""What is heard at the glass: a soft sound beside what is seen, for whoever sees little (EN 301 549, 4.2.1 and 4.2.2).

Only a screen that is told to make sounds loads what plays them (`players.py`).
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from kiosk.core.glass.scene import Saved, Scene
from kiosk.places import find_shipped
from kiosk.screen.text.hints import fills_glass

Play = Callable[[], None]


class Sound(StrEnum):
    """A file of `assets/sounds`."""

    KEPT = "kept"
    HINT = "hint"
    TOUCH = "touch"


def choose_sound(before: Scene | None, scene: Scene) -> Sound | None:
    """What is to be heard as this scene takes the place of that one."""
    if isinstance(scene, Saved) and not (isinstance(before, Saved) and before.bookmark == scene.bookmark):
        return Sound.KEPT
    if scene.hint and (before is None or scene.hint is not before.hint):
        return Sound.KEPT if fills_glass(scene) else Sound.HINT
    return None


class Sounds:
    """Plays them, by one player each; belongs to the GUI thread."""

    def __init__(self, players: Mapping[Sound, Play]) -> None:
        self._players = players
        self._before: Scene | None = None

    def follow(self, scene: Scene) -> None:
        """Sound as this scene takes the place of the last one."""
        sound, self._before = choose_sound(self._before, scene), scene
        if sound:
            self._players[sound]()

    def play_touch(self) -> None:
        """Sound as somebody touches the glass."""
        self._players[Sound.TOUCH]()


def open_sounds(volume: float) -> Sounds | None:
    """The sounds at this volume (0 to 1); `None` where nothing here plays any."""
    try:
        from kiosk.screen.sound.players import load_player, plays_sound  # noqa: PLC0415 # an extra that few screens need
    except ImportError:
        return None
    if not plays_sound():
        return None
    folder = find_shipped("assets") / "sounds"
    return Sounds({sound: load_player(folder / f"{sound}.wav", volume) for sound in Sound})
