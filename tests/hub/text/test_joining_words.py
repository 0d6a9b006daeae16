from msgspec import structs

from kiosk.hub.domain.credentials.card_window import Shown
from kiosk.hub.text.joining_words import ENGLISH, GERMAN, JOINING_WORDS, JoiningWords
from kiosk.hub.text.words import ENGLISH as ENGLISH_WORDS
from kiosk.hub.text.words import GERMAN as GERMAN_WORDS


def _list_texts(words: JoiningWords) -> list[str]:
    texts: list[str] = []
    for value in structs.asdict(words).values():
        texts += value.values() if hasattr(value, "values") else [value]
    return texts


def test_both_languages_say_the_same_things() -> None:
    assert set(GERMAN.window) == set(ENGLISH.window) == {one.value for one in Shown} | {"closed"}
    assert set(GERMAN.complaints) == set(ENGLISH.complaints)
    assert "" not in _list_texts(GERMAN) + _list_texts(ENGLISH)


def test_german_says_sie_and_does_not_shout() -> None:
    assert [text for text in _list_texts(GERMAN) if "!" in text or " du " in text.lower()] == []


def test_there_are_words_in_each_language_of_the_pages() -> None:
    assert set(JOINING_WORDS) == {GERMAN_WORDS.language, ENGLISH_WORDS.language}
