import itertools

import pytest
from PySide6.QtGui import QColor

from kiosk.core.bulletin import Bulletin, Level
from kiosk.core.scene import Notice
from kiosk.screen.notice_view import LONGEST_WORD, PAINTS, NoticeView


def show(*texts: str, level: Level = Level.INFO) -> NoticeView:
    view = NoticeView()
    view.fill(Notice(Bulletin({"": "-"}, level), texts, "de", "i"))
    return view


def measure_luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2.2."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("level", Level)
def test_every_level_reads_at_seven_to_one(level: Level) -> None:
    view = show("Achtung", level=level)
    dark, light = sorted(measure_luminance(QColor(view.property(name))) for name in ("ground", "ink"))
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_no_two_levels_look_alike() -> None:
    for one, other in itertools.combinations(Level, 2):
        assert PAINTS[one].ground != PAINTS[other].ground


def test_both_languages_stand_one_below_the_other() -> None:
    view = show("Bitte gehen Sie hinaus", "Please leave")
    assert view.property("text") == "Bitte gehen Sie hinaus\n\nPlease leave"


def test_an_endless_word_may_be_broken_and_all_others_may_not() -> None:
    view = show("Feuerwehrzufahrtsstraße " + "a" * 100)
    usual, *pieces = view.property("text").replace(" ", "\u200b").split("\u200b")
    assert usual == "Feuerwehrzufahrtsstraße"
    assert [len(piece) for piece in pieces] == [LONGEST_WORD] * 4 + [4]
