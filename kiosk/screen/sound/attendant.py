"""What goes along with the scenes for the ears: sounds and a voice, where they are wanted."""

from typing import TYPE_CHECKING

from kiosk.core.glass.scene import Scene
from kiosk.settings.display import Display
from kiosk.theming.words import Words

if TYPE_CHECKING:
    from kiosk.screen.sound.sounds import Sounds
    from kiosk.screen.sound.voice import Voice


class Attendant:
    """Belongs to the GUI thread; either of the two may be missing."""

    def __init__(self, sounds: "Sounds | None" = None, voice: "Voice | None" = None) -> None:
        self._sounds = sounds
        self._voice = voice

    @property
    def speaks(self) -> bool:
        """Whether it can read aloud."""
        return self._voice is not None

    def follow(self, scene: Scene, words: Words) -> None:
        """Let this scene be heard."""
        if self._sounds:
            self._sounds.follow(scene)
        if self._voice:
            self._voice.follow(scene, words)

    def note_touch(self) -> None:
        """Let a touch be heard."""
        if self._sounds:
            self._sounds.play_touch()

    def name(self, control: str) -> None:
        """Let the control be heard that the keys have come to."""
        if self._voice:
            self._voice.name(control)


def open_attendant(display: Display) -> Attendant:
    """What the settings ask for, as far as this machine has it."""
    return Attendant(_open_sounds(display), _open_voice(display))


def _open_sounds(display: Display) -> "Sounds | None":
    if not display.sound:
        return None
    from kiosk.screen.sound.sounds import open_sounds  # noqa: PLC0415 # what plays them takes 100 ms and 20 MB

    return open_sounds(display.volume)


def _open_voice(display: Display) -> "Voice | None":
    if display.speech == "off":
        return None
    from kiosk.screen.sound.voice import open_voice  # noqa: PLC0415 # as above

    return open_voice(display.volume, always=display.speech == "headphones")
