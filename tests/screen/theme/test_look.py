import pytest
from msgspec.structs import asdict
from PySide6.QtCore import QObject, QSize
from PySide6.QtQml import QQmlEngine

from kiosk.places import find_shipped
from kiosk.screen.display.window import QML
from kiosk.screen.layout.arrange import arrange
from kiosk.screen.layout.plan import Plan
from kiosk.screen.theme.look import MODULE, NOT_FOR_QML, Look, load_fonts, name_in_qml
from kiosk.theming.package import read_theme
from kiosk.theming.tokens import Tokens
from kiosk.theming.words import Words

pytestmark = pytest.mark.usefixtures("application")

THEME = read_theme(find_shipped("themes") / "daylight")
FACTS: dict[str, type[Plan | Tokens | Words]] = {"Plan": Plan, "Tokens": Tokens, "Words": Words}
PLAN = arrange(THEME.tokens, QSize(1920, 1080), "right")


@pytest.fixture
def engine() -> QQmlEngine:
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    return engine


def list_properties(singleton: object) -> set[str]:
    assert isinstance(singleton, QObject)
    meta = singleton.metaObject()
    return {str(meta.property(index).name()) for index in range(meta.propertyOffset(), meta.propertyCount())}


def test_qml_declares_each_token_each_place_and_each_phrase_once_and_no_other(engine: QQmlEngine) -> None:
    declared = {name: list_properties(engine.singletonInstance(MODULE, name)) for name in FACTS}
    put_in = {name: set(kind.__struct_fields__) - NOT_FOR_QML[name] for name, kind in FACTS.items()}
    assert declared == {name: {name_in_qml(field) for field in fields} for name, fields in put_in.items()}


def test_what_is_kept_from_qml_is_something_that_there_is() -> None:
    assert [name for name, kind in FACTS.items() if not NOT_FOR_QML[name] <= set(kind.__struct_fields__)] == []


def _list_read(singleton: str, facts: Tokens | Words) -> list[tuple[str, object]]:
    return [(name, value) for name, value in asdict(facts).items() if name not in NOT_FOR_QML[singleton]]


def test_what_a_theme_says_is_what_qml_reads(engine: QQmlEngine) -> None:
    look = Look(engine)
    look.dress(THEME.tokens, PLAN)
    look.speak(THEME.words["en"])
    tokens, words = engine.singletonInstance(MODULE, "Tokens"), engine.singletonInstance(MODULE, "Words")
    assert isinstance(tokens, QObject)
    assert isinstance(words, QObject)
    for name, value in _list_read("Tokens", THEME.tokens):
        read = tokens.property(name_in_qml(name))
        assert (read.name() if hasattr(read, "name") else read) == value
    for name, value in _list_read("Words", THEME.words["en"]):
        assert words.property(name_in_qml(name)) == value


def test_all_shipped_fonts_load() -> None:
    assert load_fonts({}) == []


def test_a_file_that_is_no_font_is_named() -> None:
    assert load_fonts({"broken.ttf": b"no font"}) == ["broken.ttf"]


def test_a_font_is_loaded_once_however_often_its_theme_is_put_on(engine: QQmlEngine) -> None:
    look = Look(engine)
    assert [look.learn_fonts({"broken.ttf": b"no font"}) for _ in range(2)] == [["broken.ttf"], []]
