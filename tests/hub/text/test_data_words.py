import re

from kiosk.hub.domain.member_data.belonging import list_told
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.text.data_words import read_data_words

GERMAN, ENGLISH = read_data_words("de"), read_data_words("en")


def test_both_languages_say_the_same_things_and_fill_in_the_same() -> None:
    for german, english in ((GERMAN.page, ENGLISH.page), (GERMAN.tables, ENGLISH.tables)):
        holes = [{name: set(re.findall(r"{\w+}", text)) for name, text in words.items()} for words in (german, english)]
        assert holes[0] == holes[1]
    assert set(GERMAN.columns) == set(ENGLISH.columns)


def test_what_has_no_word_yet_stands_for_itself() -> None:
    assert (GERMAN.name_table("odd_things"), GERMAN.name_column("odd_one")) == ("odd things", "odd one")
    assert (GERMAN.name_table("messages"), ENGLISH.name_column("text")) == ("Nachrichten", "Text")


def test_every_word_is_of_something_that_she_is_told() -> None:
    told = {column.name for belonging in HERS for column in list_told(belonging)} | {"offer", "wording", "member_key"}

    assert set(GERMAN.tables) <= {belonging.table for belonging in HERS}
    assert set(GERMAN.columns) - told <= {"friend_key", "referrer_key", "turns", "due_at"}
