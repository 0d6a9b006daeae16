from dataclasses import fields

from kiosk.hub.text.member_words import ENGLISH, GERMAN, MEMBER_WORDS, Purpose
from kiosk.hub.text.words import ENGLISH as ENGLISH_WORDS
from kiosk.hub.text.words import GERMAN as GERMAN_WORDS


def _list_texts(words: object) -> list[str]:
    """Every phrase, however deep."""
    values = [getattr(words, field.name) for field in fields(words)]  # type: ignore[arg-type] # one of two dataclasses
    texts: list[str] = []
    for value in values:
        for one in value.values() if hasattr(value, "values") else [value]:
            texts += _list_texts(one) if isinstance(one, Purpose) else [str(one)]
    return texts


def test_both_languages_say_the_same_things() -> None:
    for name in ("kept", "purposes", "sources"):
        assert set(getattr(GERMAN, name)) == set(getattr(ENGLISH, name))
    assert len(_list_texts(GERMAN)) == len(_list_texts(ENGLISH))
    assert "" not in _list_texts(GERMAN) + _list_texts(ENGLISH)


def test_german_says_sie_and_does_not_shout() -> None:
    assert [text for text in _list_texts(GERMAN) if "!" in text or " du " in text.lower()] == []


def test_there_are_words_in_each_language_of_the_pages() -> None:
    assert set(MEMBER_WORDS) == {GERMAN_WORDS.language, ENGLISH_WORDS.language}
