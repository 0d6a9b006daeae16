import itertools
import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.core.glass.scene import Notice
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.screen.images.backdrop import measure_contrast
from kiosk.screen.screen import Screen
from kiosk.screen.text.hyphens import SOFT_HYPHEN
from kiosk.screen.text.prices import NO_BREAK_SPACE
from kiosk.screen.views.notice_view import FAMILY, LONGEST_WORD, PAINTS, WEIGHT, NoticeView
from tests.doubles.glass_items import find_items, find_window
from tests.doubles.tally import count_colour
from tests.screen.conftest import OpenScreen

Look = Callable[[Screen], QImage]
DIAGONAL_MM = 55 * 25.4
# 5 mm of capital for each metre: what British fire safety (BS 5499) asks of words; ANSI Z535 is content with 1:300.
SIGN_MM = 10_000 / 200
# EN 301 549, 5.1.4, for text that nobody can enlarge: a capital H seen under 0.7 degrees.
LOW_VISION_MM = 10_000 * math.radians(0.7)
WORDS = ("Bitte gehen", "Leave now")
SENTENCES = (
    "Bitte verlassen Sie das Haus jetzt ruhig über die Treppe vorn",
    "Please leave the building calmly by the stairs at the front",
)


def show(*texts: str, level: Level = Level.INFO) -> NoticeView:
    view = NoticeView()
    view.fill(Notice(Bulletin({"": "-"}, level), texts, "de", "i"))
    return view


@pytest.mark.parametrize("level", Level)
def test_every_level_reads_at_seven_to_one(level: Level) -> None:
    view = show("Achtung", level=level)
    assert measure_contrast(QColor(view.property("ground")), QColor(view.property("ink"))) >= 7


def test_no_two_levels_look_alike() -> None:
    for one, other in itertools.combinations(Level, 2):
        assert PAINTS[one].ground != PAINTS[other].ground


def test_both_languages_stand_one_below_the_other() -> None:
    view = show("Bitte gehen Sie hinaus", "Please leave")
    assert view.property("text") == "Bitte gehen Sie hinaus\n\nPlease leave"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Kasse 3 öffnet.", "Kasse~3 öffnet."),
        ("Till 12 is opening.", "Till~12 is opening."),
        ("Wir schließen in 10 Minuten.", "Wir schließen in 10~Minuten."),
        ("We close in 10 minutes.", "We close in 10~minutes."),
        ("Um 18 Uhr öffnen Kasse 3 und Kasse 4.", "Um 18~Uhr öffnen Kasse~3 und Kasse~4."),
        ("Verlassen Sie das Haus.", "Verlassen Sie das~Haus."),
        ("Leave by a door at the front.", "Leave by a~door at the~front."),
        ("Verlassen Sie das Gebäude.", "Verlassen Sie das Gebäude."),
    ],
)
def test_a_number_and_an_article_stay_on_the_line_of_their_noun(text: str, joined: str) -> None:
    assert show(text).property("text") == joined.replace("~", "\u00a0")


@pytest.mark.parametrize(("texts", "lines"), [(("Kasse 3 öffnet.",), 2), (("Wir schließen in 10 Minuten.",), 2)])
def test_upright_a_short_notice_does_not_stack_its_words(
    open_screen: OpenScreen, texts: tuple[str, ...], lines: int
) -> None:
    open_screen("1080x1920").stage.show(Notice(Bulletin({"": "-"}, Level.INFO), texts, "de", "i"))
    items = find_window().findChildren(QObject)
    assert lines in {
        item.property("lineCount") for item in items if item.property("text") == show(*texts).property("text")
    }


def test_an_endless_word_may_be_broken_and_all_others_may_not() -> None:
    view = show("Feuerwehrzufahrtsstraße " + "a" * 100)
    usual, *pieces = view.property("text").replace(" ", SOFT_HYPHEN).split(SOFT_HYPHEN)
    assert usual == "Feuerwehrzufahrtsstraße"
    assert [len(piece) for piece in pieces] == [LONGEST_WORD] * 4 + [4]


def says(item: QObject, text: str) -> bool:
    """Whether these are its words, wherever their lines may end."""
    return str(item.property("text")).replace(NO_BREAK_SPACE, " ") == text


def measure_capital_mm(text: str, width: int, height: int) -> float:
    """How high the capitals of the notice on the glass are, on a 55-inch display."""
    items = find_window().findChildren(QObject)
    label = next(item for item in items if says(item, text) and item.property("lineCount"))
    metrics = QFontMetricsF(QFont(FAMILY, weight=WEIGHT))
    line_px = label.property("contentHeight") / label.property("lineCount")
    return float(line_px * metrics.capHeight() / metrics.lineSpacing() / math.hypot(width, height) * DIAGONAL_MM)


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "3840x2160"])
@pytest.mark.parametrize(("texts", "least_mm"), [(WORDS, LOW_VISION_MM), (SENTENCES, SIGN_MM)])
def test_what_fits_on_a_sign_reads_from_ten_metres(
    open_screen: OpenScreen, size: str, texts: tuple[str, ...], least_mm: float
) -> None:
    open_screen(size).stage.show(Notice(Bulletin({"": "-"}, Level.EMERGENCY), texts, "de", "i"))
    width, height = map(int, size.split("x"))
    assert measure_capital_mm("\n\n".join(texts), width, height) >= least_mm


def test_upright_the_sign_stands_right_above_its_words(open_screen: OpenScreen) -> None:
    screen = open_screen("1080x1920")
    for texts in (SENTENCES, ("Wir schließen in zehn Minuten.", "We close in ten minutes."), WORDS):
        screen.stage.show(Notice(Bulletin({"": "-"}, Level.WARNING), texts, "de", "i"))
        screen.take_screenshot()
        (scene,), (words,) = find_items("NoticeScene"), find_items("NoticeWords")
        unit = float(scene.property("unit"))
        (sign,) = (item for item in scene.childItems() if item.height() == unit * 4 and item.isVisible())
        gap = words.mapRectToScene(words.boundingRect()).top() - sign.y() - sign.height()
        assert 0 <= gap <= unit * 2
        assert sign.x() == words.x()


def test_upright_an_emergency_is_as_large_as_it_can_be(open_screen: OpenScreen) -> None:
    screen, text = open_screen("1080x1920"), "Bitte verlassen Sie sofort das Gebäude."
    capitals: dict[Level, float] = {}
    for level in (Level.WARNING, Level.EMERGENCY):
        screen.stage.show(Notice(Bulletin({"": "-"}, level), (text,), "de", "i"))
        capitals[level] = measure_capital_mm(text, 1080, 1920)
    assert capitals[Level.EMERGENCY] > capitals[Level.WARNING] * 1.3 > SIGN_MM


def find_words(text: str) -> QQuickItem:
    """The words of a notice on the glass."""
    (words,) = (item for item in find_window().findChildren(QQuickItem) if says(item, text) and item.isVisible())
    return words


@pytest.mark.parametrize("texts", [("Raus", "Out"), SENTENCES, tuple(reversed(SENTENCES))])
def test_on_a_strip_two_languages_stand_side_by_side_in_one_size(
    open_screen: OpenScreen, texts: tuple[str, str]
) -> None:
    open_screen("1920x360").stage.show(Notice(Bulletin({"": "-"}, Level.EMERGENCY), texts, "de", "i"))
    first, second = map(find_words, texts)
    assert first.x() + first.width() < second.x()
    assert second.x() + second.property("contentWidth") < find_window().width()
    lines = [item.property("contentHeight") / item.property("lineCount") for item in (first, second)]
    assert lines[0] == pytest.approx(lines[1])


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1920x360"])
def test_a_long_notice_has_air_on_all_sides(open_screen: OpenScreen, look_at: Look, size: str) -> None:
    screen = open_screen(size)
    text = "Wegen einer Störung der Lüftung schließen wir heute um 18 Uhr. " * 4
    screen.stage.show(Notice(Bulletin({"": "-"}, Level.EMERGENCY), (text, text), "de", "i"))
    frame = look_at(screen)
    air = min(frame.width(), frame.height()) // 18
    inner = frame.rect().adjusted(air, air, -air, -air)
    white = count_colour(frame, frame.rect(), "#ffffff", 1)
    assert count_colour(frame, inner, "#ffffff", 1) == white > 1000


def test_two_thousand_letters_in_two_languages_still_stand_there_whole(open_screen: OpenScreen, look_at: Look) -> None:
    screen = open_screen("1920x1080")
    frames: list[QImage] = []
    for last in ("#", " "):
        texts = ("x" * 2000, "lorem ips " * 199 + f"lorem ip{last}")
        screen.stage.show(Notice(Bulletin({"": "-"}, Level.INFO), texts, "de", "i"))
        frames.append(frame := look_at(screen))
        assert count_colour(frame, frame.rect().adjusted(0, 1060, 0, 0), "#ffffff", 1) == 0
    assert frames[0] != frames[1]
