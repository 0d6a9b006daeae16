from typing import get_args

import pytest

from kiosk.hub.domain.settlement.training_till import ANSWERS
from kiosk.hub.pages.basket.paying_view import Stage
from kiosk.hub.text.paying_words import choose_paying_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_stage_and_every_answer_has_its_words(language: str) -> None:
    words = choose_paying_words(language)

    assert words.language == language
    assert set(words.titles) == set(words.texts) == set(get_args(Stage))
    assert set(words.answers) == set(ANSWERS)


def test_other_languages_read_english() -> None:
    assert choose_paying_words("fr").language == "en"
