import re
import tomllib

import pytest

from kiosk.hub.console.words import LANGUAGES, PHRASES, Words, choose_console_words

_GERMAN, _ENGLISH = choose_console_words("de"), choose_console_words("en")


def test_both_languages_say_the_same_things_with_the_same_blanks() -> None:
    blanks = [
        {
            (part, name): set(re.findall(r"{\w+}", phrase))
            for part, phrases in words.items()
            for name, phrase in phrases.items()
        }
        for words in (_GERMAN, _ENGLISH)
    ]

    assert blanks[0] == blanks[1]


def test_each_part_stands_in_one_file_alone() -> None:
    parts = {
        language: [part for file in (PHRASES / language).glob("*.toml") for part in tomllib.loads(file.read_text())]
        for language in LANGUAGES
    }

    assert {language: sorted(there) for language, there in parts.items()} == {
        language: sorted(choose_console_words(language)) for language in LANGUAGES
    }


def test_german_says_sie_and_does_not_shout() -> None:
    phrases = [phrase for part in _GERMAN.values() for phrase in part.values()]

    assert [phrase for phrase in phrases if "!" in phrase or " du " in phrase.lower()] == []


@pytest.mark.parametrize("words", [_GERMAN, _ENGLISH])
def test_nobody_at_the_console_is_told_to_type_a_command(words: Words) -> None:
    phrases = [phrase for part in words.values() for phrase in part.values()]

    assert [phrase for phrase in phrases if re.search(r"\bkiosk [a-z]", phrase)] == []


@pytest.mark.parametrize(
    ("wishes", "language"), [(("de",), "de"), (("fr", "de"), "de"), ((None, "en", "de"), "en"), ((), "en")]
)
def test_the_first_wish_that_can_be_met_counts(wishes: tuple[str | None, ...], language: str) -> None:
    assert choose_console_words(*wishes)["page"]["language"] == language
