from datetime import timedelta

import pytest

from kiosk.core.notice.bulletin import Board, Bulletin, Level
from tests.doubles.shop_floor import MONDAY

FIRE = Bulletin({"de": "Bitte verlassen Sie das Haus", "en": "Please leave the building"}, Level.EMERGENCY)
SALE = Bulletin({"": "We close at 8"}, Level.INFO)
WET = Bulletin({"": "Wet floor"}, Level.INFO)


@pytest.mark.parametrize(
    ("languages", "texts"),
    [
        (("de", "en"), ("Bitte verlassen Sie das Haus", "Please leave the building")),
        (("en", "de"), ("Please leave the building", "Bitte verlassen Sie das Haus")),
        (("en",), ("Please leave the building",)),
        (("fr",), ("Bitte verlassen Sie das Haus", "Please leave the building")),
    ],
)
def test_a_screen_says_it_in_its_own_languages_and_in_all_where_it_has_none(
    languages: tuple[str, ...], texts: tuple[str, ...]
) -> None:
    assert FIRE.choose_texts(languages) == texts


def test_words_without_a_language_are_for_every_screen() -> None:
    assert SALE.choose_texts(("de", "en")) == ("We close at 8",)


def test_nothing_hangs_on_an_empty_board() -> None:
    assert Board().choose(MONDAY) is None


@pytest.mark.parametrize(
    ("board", "chosen"),
    [
        (Board(store=SALE), SALE),
        (Board(own=SALE), SALE),
        (Board(store=SALE, own=FIRE), FIRE),
        (Board(store=FIRE, own=SALE), FIRE),
        (Board(store=SALE, own=WET), WET),
    ],
)
def test_the_gravest_is_shown_and_of_equals_the_screens_own(board: Board, chosen: Bulletin) -> None:
    assert board.choose(MONDAY) == chosen


def test_what_is_over_makes_room_for_the_other() -> None:
    drill = Bulletin({"": "Fire drill"}, Level.EMERGENCY, until=MONDAY + timedelta(minutes=5))
    board = Board(store=SALE, own=drill)

    assert board.choose(MONDAY) == drill
    assert board.choose(MONDAY + timedelta(minutes=5)) == SALE
