from msgspec import structs

from kiosk.hub.text.card_words import CARD_WORDS


def test_both_languages_say_all_of_it() -> None:
    assert set(CARD_WORDS) == {"de", "en"}
    assert [words for words in CARD_WORDS.values() if "" in structs.astuple(words)] == []
