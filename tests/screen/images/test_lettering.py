import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBitmap, QColor, QGuiApplication, QImage, QRegion

from kiosk import settings
from kiosk.screen.images.lettering import (
    MOST_LETTERINGS,
    LetteringShelf,
    Style,
    choose_style,
    draw_lettering,
    fit_lines,
)
from kiosk.screen.layout.arrange import arrange
from kiosk.screen.layout.plan import TYPE_ROOM
from kiosk.screen.theme.look import load_fonts
from kiosk.theming.shelf import find_theme

INK = QColor("#231d16")
SIZE = 100.0
STYLE = Style("Fraunces", 400, SIZE, measure=700, lines=2, leading=0.84)
TOO_LONG = "Eine Zeile, die niemals auf zwei Zeilen hier Platz hat und deshalb am Rand abgeschnitten wird " * 3


@pytest.fixture(autouse=True)
def fonts(application: QGuiApplication) -> list[str]:
    assert application.platformName()
    return load_fonts({})


def find_ink(image: QImage) -> QRect:
    return QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()


def test_capitals_begin_below_the_room_that_their_accents_need() -> None:
    plain, accented = (find_ink(draw_lettering(text, STYLE, INK)) for text in ("Hase", "Öse"))
    assert plain.top() == pytest.approx(TYPE_ROOM * SIZE, abs=2)
    assert 0 < accented.top() < plain.top()


@pytest.mark.parametrize("text", ["Vase", "Kabellose Kopfhörer", "Zehn Zeichen und noch zehn", TOO_LONG, "H" * 200])
def test_a_headline_keeps_to_its_measure_and_nothing_of_it_is_clipped(text: str) -> None:
    image = draw_lettering(text, STYLE, INK)
    ink = find_ink(image)
    assert ink.width() <= STYLE.measure
    assert QRect(1, 1, image.width() - 2, image.height() - 2).contains(ink)
    assert image.height() < SIZE * (TYPE_ROOM + STYLE.lines * 1.3)


def test_a_headline_that_does_not_fit_is_set_smaller_before_it_is_cut() -> None:
    line = Style("Fraunces", 400, SIZE, measure=700, lines=1, leading=0.84)
    short, long = (find_ink(draw_lettering(text, line, INK)) for text in ("Hase", "Handtuch aus Leinen"))
    assert long.height() < short.height()


def test_a_headline_stays_on_one_line_where_it_need_hardly_be_smaller_for_that() -> None:
    title = "Duftkerze im Glas"
    whole, _ = fit_lines(title, replace(STYLE, measure=2000))
    width = whole.lineAt(0).naturalTextWidth()  # the line is good only as long as its layout is there
    lines = [fit_lines(title, replace(STYLE, measure=width * share))[0].lineCount() for share in (1, 0.87, 0.8)]
    assert lines == [1, 1, 2]


def test_a_measure_that_holds_no_letter_still_gives_a_picture() -> None:
    assert not draw_lettering("Hase", Style("Fraunces", 400, SIZE, measure=1, lines=1, leading=0.84), INK).isNull()


def test_the_style_follows_the_display_and_leaves_the_readers_tab_free() -> None:
    tokens = find_theme(settings.Theme()).theme.tokens
    wide, tall = QSize(1920, 1080), QSize(1080, 1920)
    places = [(wide, "right"), (wide, "left"), (tall, "right"), (tall, "left")]
    styles = [choose_style(tokens, arrange(tokens, glass, side)) for glass, side in places]
    assert [style.lines for style in styles] == [2, 2, 1.5, 1.5]
    assert styles[1].measure < styles[0].measure
    assert styles[2] == styles[3]


def test_a_headline_is_drawn_once_for_each_ink_and_its_name_tells_nothing() -> None:
    shelf = LetteringShelf(STYLE)
    dark = shelf.make("Hase", INK)
    first = shelf.find(dark)
    assert shelf.make("Hase", INK) == dark
    assert shelf.find(dark) is first
    assert shelf.make("Hase", QColor("white")) != dark
    assert "Hase" not in dark


def test_there_is_no_headline_of_nothing_and_only_so_many_are_kept() -> None:
    shelf = LetteringShelf(STYLE)
    assert shelf.make(" ", INK) == ""
    names = [shelf.make(f"Hase {number}", INK) for number in range(MOST_LETTERINGS + 1)]
    assert [shelf.find(names[0]), shelf.find(names[-1]) is None] == [None, False]
