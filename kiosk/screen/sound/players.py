"""Plays sounds by Qt's multimedia: loaded late, for it takes 100 ms and 20 MB, and where it is there at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect


def plays_sound() -> bool:
    """Whether this machine has anything to play sounds on."""
    return not QMediaDevices.defaultAudioOutput().isNull()


def load_player(wave: Path, volume: float) -> Callable[[], None]:
    """What plays this file at this volume (0 to 1), as often as it is called."""
    effect = QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(wave)))
    effect.setVolume(volume)
    return effect.play
