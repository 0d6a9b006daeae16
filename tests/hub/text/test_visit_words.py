from typing import get_args

import pytest

from kiosk.hub.models.visit.visit import End, Way
from kiosk.hub.text.visit_words import choose_visit_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_way_and_every_end_of_a_visit_has_its_words(language: str) -> None:
    words = choose_visit_words(language)

    assert words.language == language
    assert set(words.ways) == set(get_args(Way))
    assert set(words.ends) == set(get_args(End))


def test_other_languages_read_english() -> None:
    assert choose_visit_words("fr").language == "en"
