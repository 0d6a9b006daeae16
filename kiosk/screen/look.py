"""How a theme reaches QML: its tokens and words become the properties of two QML singletons."""

from pathlib import Path

from msgspec.structs import asdict
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlEngine

from kiosk.places import find_shipped
from kiosk.theming.tokens import Tokens
from kiosk.theming.words import Words

MODULE = "Vitrine.Theme"


class Look:
    """The theme as the scenes see it."""

    def __init__(self, engine: QQmlEngine) -> None:
        self._tokens = _find_singleton(engine, "Tokens")
        self._words = _find_singleton(engine, "Words")

    def dress(self, tokens: Tokens) -> None:
        """Use these tokens from the next frame on."""
        for name, value in asdict(tokens).items():
            _set_property(self._tokens, name, value)

    def speak(self, words: Words) -> None:
        """Use these words from the next frame on."""
        for name, value in asdict(words).items():
            _set_property(self._words, name, value)


def load_fonts(own: tuple[Path, ...]) -> list[str]:
    """Load the shipped fonts and a theme's own; answer the names of the files that Qt refused."""
    files = [*sorted((find_shipped("assets") / "fonts").glob("*.ttf")), *own]
    return [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]


def name_in_qml(name: str) -> str:
    """`wash_ink` as QML writes it: `washInk`."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _find_singleton(engine: QQmlEngine, name: str) -> QObject:
    singleton = engine.singletonInstance(MODULE, name)
    if not isinstance(singleton, QObject):
        message = f"{MODULE} has no singleton {name}"
        raise TypeError(message)
    return singleton


def _set_property(singleton: QObject, name: str, value: object) -> None:
    if not singleton.setProperty(name_in_qml(name), value):
        message = f"{MODULE} declares no {name_in_qml(name)}"
        raise LookupError(message)
