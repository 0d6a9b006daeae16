"""Speaks by Qt's text-to-speech: loaded late, and where it is there at all."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtTextToSpeech import QTextToSpeech


def open_speaker(volume: float, engine: str = "") -> Callable[[str, str], None] | None:
    """What says a text in a language in place of what is being said, at this volume (0 to 1); an empty one: nothing.

    `None` where the engine, or the best one that the system has, does not work.
    """
    speaker = QTextToSpeech(engine)
    if speaker.state() is QTextToSpeech.State.Error:
        return None
    speaker.setVolume(volume)

    def say(text: str, language: str) -> None:
        speaker.stop()
        if text:
            speaker.setLocale(QLocale(language))
            speaker.say(text)

    return say
