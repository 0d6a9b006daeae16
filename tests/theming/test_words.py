import msgspec
import pytest

from kiosk.places import find_shipped
from kiosk.theming.package import LANGUAGES, read_theme
from kiosk.theming.words import Words

THEME = read_theme(find_shipped("themes") / "daylight")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_words_are_calm_and_their_tap_hint_has_four_words_at_most(language: str) -> None:
    words = THEME.words[language]
    assert not any("!" in phrase for phrase in msgspec.structs.asdict(words).values())
    assert len(words.tap_here.split()) <= 4


@pytest.mark.parametrize(
    ("key", "phrase"),
    [
        ("lowest_30d", "no place for the price"),
        ("unit_price", "{price} only"),
        ("saved", "{price} where none belongs"),
        ("saved", "<b>bold</b>"),
        ("saved", ""),
        ("stamps", "{have} stamps"),
        ("lowest_30d", "{price.__class__}"),
    ],
)
def test_a_phrase_with_the_wrong_places_or_with_markup_is_refused(key: str, phrase: str) -> None:
    broken = msgspec.structs.asdict(THEME.words["de"]) | {key: phrase}
    with pytest.raises(msgspec.ValidationError, match=key):
        msgspec.convert(broken, Words)
