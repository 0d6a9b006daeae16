import msgspec
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
    tokens = list_properties(engine.singletonInstance(MODULE, "Tokens"))
    words = list_properties(engine.singletonInstance(MODULE, "Words"))
    plan = list_properties(engine.singletonInstance(MODULE, "Plan"))
    assert plan == {name_in_qml(name) for name in Plan.__struct_fields__ if name not in NOT_FOR_QML}
    assert tokens == {name_in_qml(name) for name in Tokens.__struct_fields__}
    assert words == {name_in_qml(name) for name in Words.__struct_fields__}


def test_what_a_theme_says_is_what_qml_reads(engine: QQmlEngine) -> None:
    look = Look(engine)
    look.dress(THEME.tokens, PLAN)
    look.speak(THEME.words["en"])
    tokens, words = engine.singletonInstance(MODULE, "Tokens"), engine.singletonInstance(MODULE, "Words")
    assert isinstance(tokens, QObject)
    assert isinstance(words, QObject)
    for name, value in asdict(THEME.tokens).items():
        read = tokens.property(name_in_qml(name))
        assert (read.name() if hasattr(read, "name") else read) == value
    for name, value in msgspec.structs.asdict(THEME.words["en"]).items():
        assert words.property(name_in_qml(name)) == value


def test_all_shipped_fonts_load() -> None:
    assert load_fonts({}) == []


def test_a_file_that_is_no_font_is_named() -> None:
    assert load_fonts({"broken.ttf": b"no font"}) == ["broken.ttf"]


def test_a_font_is_loaded_once_however_often_its_theme_is_put_on(engine: QQmlEngine) -> None:
    look = Look(engine)
    assert [look.learn_fonts({"broken.ttf": b"no font"}) for _ in range(2)] == [["broken.ttf"], []]
