import pytest

from kiosk.theming.later_words import LATER_WORDS
from kiosk.theming.package import LANGUAGES
from kiosk.theming.words import Words


def test_every_language_has_the_same_later_words_and_each_is_one_of_the_phrases() -> None:
    first, *others = (LATER_WORDS[language].keys() for language in LANGUAGES)
    assert all(keys == first for keys in others)
    assert first <= set(Words.__struct_fields__)


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_calm_and_short(language: str) -> None:
    words = LATER_WORDS[language]
    assert not any("!" in phrase for phrase in words.values())
    assert len(words["touch_here"].split()) <= 4
    assert all(len(words[name]) <= 16 for name in ("larger", "lower", "read", "advisor", "leave", "stay", "stay_saved"))
