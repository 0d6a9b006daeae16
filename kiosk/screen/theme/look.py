"""How a theme reaches QML: its tokens and words become the properties of QML singletons."""

from collections.abc import Mapping

from msgspec.structs import asdict
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlEngine

from kiosk.places import find_shipped
from kiosk.screen.layout.plan import Plan
from kiosk.theming.tokens import Tokens
from kiosk.theming.words import Words

MODULE = "Vitrine.Theme"
NOT_FOR_QML = {
    "Plan": frozenset({"window", "calm", "lines"}),
    "Tokens": frozenset({"sun", "code_ink", "kept", "arrangement", "column", "foot", "edge", "shade"}),
    "Words": frozenset(
        {
            "check_in",
            "saved",
            "saved_again",
            "saved_line",
            "standby",
            "standby_line",
            "lowest_30d",
            "unit_price",
            "stamps",
            "stamps_full",
            "keep_by_card",
            "keep_by_code",
            "hint_hold_longer",
            "hint_use_code",
            "hint_nothing_to_save",
            "hint_not_saved",
            "hint_advisor_called",
            "hint_advisor_knows",
            "shelf_deposit",
            "shelf_weighed",
            "shelf_ask",
            "welcome",
            "welcome_line",
            "farewell",
            "farewell_line",
            "called_line",
            "hint_welcome",
            "hint_farewell",
            "hint_called",
            "hint_card_read",
            "way_to",
            "way_here",
            "next_stamp",
            "hint_code_read",
            "hint_in_basket",
            "hint_basket_full",
            "hint_basket_locked",
            "scan_offer",
            "scan_stock",
            "scan_sold_out",
            "scan_variants",
            "scan_unreadable",
            "scan_unreadable_line",
            "scan_unknown",
            "scan_not_sold",
            "scan_ask",
            "scan_weigh_first",
            "scan_weigh_first_line",
            "scan_odd_label",
            "scan_unanswered",
            "scan_again",
        }
    ),
}
"""What is planned, painted or phrased before QML sees it, by the singleton that lacks it."""


class Look:
    """The theme as the scenes see it."""

    def __init__(self, engine: QQmlEngine) -> None:
        self._singletons = {name: _find_singleton(engine, name) for name in NOT_FOR_QML}
        self._fonts: set[bytes] = set()

    def learn_fonts(self, own: Mapping[str, bytes]) -> list[str]:
        """Load a theme's own fonts, each once however often it is put on; answer the names of those Qt refused."""
        new = {name: font for name, font in own.items() if font not in self._fonts}
        self._fonts.update(new.values())
        return _load(new)

    def dress(self, tokens: Tokens, plan: Plan) -> None:
        """Use these tokens and these places from the next frame on."""
        self._fill("Tokens", tokens)
        self._fill("Plan", plan)

    def speak(self, words: Words) -> None:
        """Use these words from the next frame on."""
        self._fill("Words", words)

    def _fill(self, singleton: str, facts: Tokens | Plan | Words) -> None:
        for name, value in asdict(facts).items():
            if name not in NOT_FOR_QML[singleton]:
                _set_property(self._singletons[singleton], name, value)


def load_fonts(own: Mapping[str, bytes]) -> list[str]:
    """Load the shipped fonts and a theme's own; answer the names of the files that Qt refused."""
    shipped = sorted((find_shipped("assets") / "fonts").glob("*.ttf"))
    return [file.name for file in shipped if QFontDatabase.addApplicationFont(str(file)) < 0] + _load(own)


def _load(fonts: Mapping[str, bytes]) -> list[str]:
    return [name for name, font in fonts.items() if QFontDatabase.addApplicationFontFromData(font) < 0]


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
