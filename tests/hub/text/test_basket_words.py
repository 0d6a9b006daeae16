from typing import get_args

import pytest

from kiosk.codes.reading import Reason
from kiosk.hub.domain.basket.standing import Note
from kiosk.hub.models.basket.basket_line import WAYS
from kiosk.hub.text.basket_words import choose_basket_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_way_every_note_and_every_reason_has_its_words(language: str) -> None:
    words = choose_basket_words(language)

    assert words.language == language
    assert set(words.ways) == set(WAYS)
    assert set(words.notes) == set(get_args(Note))
    assert set(words.misses) == {*get_args(Reason), "unknown", "not_sold", "not_weighed", "no_label", "odd_label"}


def test_other_languages_read_english() -> None:
    assert choose_basket_words("fr").language == "en"
