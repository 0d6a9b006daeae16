"""Reads the glass aloud, on demand, with the voice of the machine where it has one."""

from collections.abc import Callable

from kiosk.core.glass.scene import Browsing, Notice, Saved, Scene
from kiosk.screen.sound.speech import phrase_speech
from kiosk.screen.text.hints import phrase_hint
from kiosk.theming.words import Words

Say = Callable[[str, str], None]
"""Says a text in a language in place of what is being said; an empty one: nothing more."""


class Voice:
    """Belongs to the GUI thread. `always`: it reads from the first touch on, and does not wait to be asked.

    Whatever is new interrupts what is being said. Source: EN 301 549, 5.1.3.5; the languages 5.1.3.14.
    """

    def __init__(self, say: Say, *, always: bool) -> None:
        self._say = say
        self._always = always
        self._reads = False
        self._language = ""
        self._told = ("", "")

    def follow(self, scene: Scene, words: Words) -> None:
        """Read this scene, if somebody listens who browses, or did until she kept something."""
        if isinstance(scene, Browsing):
            self._reads = scene.comfort.read or self._always
        elif not isinstance(scene, Saved | Notice):
            self._reads = False
        self._language = scene.language
        hint, told = (phrase_hint(scene.hint, words), phrase_speech(scene, words)) if self._reads else ("", "")
        before, self._told = self._told, (hint, told)
        if hint and hint != before[0]:
            self._say(hint, scene.language)
        elif told != before[1]:
            self._say(told, scene.language)

    def name(self, control: str) -> None:
        """Read the name of the control that the keys have come to."""
        if self._reads and control:
            self._say(control, self._language)


def open_voice(volume: float, *, always: bool) -> Voice | None:
    """The machine's voice at this volume (0 to 1); `None` where it has none."""
    try:
        from kiosk.screen.sound.speaker import open_speaker  # noqa: PLC0415 # an extra that few screens need
    except ImportError:
        return None
    say = open_speaker(volume)
    return Voice(say, always=always) if say else None
