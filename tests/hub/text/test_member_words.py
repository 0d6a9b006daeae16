from collections.abc import Mapping
from dataclasses import fields
from typing import cast

from kiosk.hub.text.consent_text import ConsentText
from kiosk.hub.text.member_words import ENGLISH, GERMAN, MEMBER_WORDS, MemberWords
from kiosk.hub.text.words import ENGLISH as ENGLISH_WORDS
from kiosk.hub.text.words import GERMAN as GERMAN_WORDS


def _list_texts(words: MemberWords) -> list[str]:
    """Every phrase, however deep."""
    texts: list[str] = []
    for field in fields(words):
        value = getattr(words, field.name)
        match value:
            case ConsentText():
                texts += [value.title, value.text, value.after]
            case Mapping():
                texts += map(str, cast("Mapping[str, str]", value).values())
            case _:
                texts.append(str(value))
    return texts


def test_both_languages_say_the_same_things() -> None:
    for name in ("kept", "sources"):
        assert set(getattr(GERMAN, name)) == set(getattr(ENGLISH, name))
    assert len(_list_texts(GERMAN)) == len(_list_texts(ENGLISH))
    assert "" not in _list_texts(GERMAN) + _list_texts(ENGLISH)


def test_german_says_sie_and_does_not_shout() -> None:
    assert [text for text in _list_texts(GERMAN) if "!" in text or " du " in text.lower()] == []


def test_there_are_words_in_each_language_of_the_pages() -> None:
    assert set(MEMBER_WORDS) == {GERMAN_WORDS.language, ENGLISH_WORDS.language}
