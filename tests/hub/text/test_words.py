from dataclasses import fields

import pytest

from kiosk.hub.text.words import ENGLISH, GERMAN, choose_words


def test_both_languages_say_the_same_things() -> None:
    assert set(GERMAN.problems) == set(ENGLISH.problems)
    assert (len(GERMAN.months), len(ENGLISH.months)) == (12, 12)
    for phrase in fields(GERMAN):
        assert getattr(GERMAN, phrase.name)
        assert getattr(ENGLISH, phrase.name)


def test_german_says_sie_and_does_not_shout() -> None:
    texts = [str(getattr(GERMAN, phrase.name)) for phrase in fields(GERMAN)]

    assert [text for text in texts if "!" in text or " du " in text.lower()] == []


@pytest.mark.parametrize(
    ("wishes", "language"), [(("de",), "de"), (("fr", "de"), "de"), ((None, "en", "de"), "en"), ((), "en")]
)
def test_the_first_wish_that_can_be_met_counts(wishes: tuple[str | None, ...], language: str) -> None:
    assert choose_words(*wishes).language == language
