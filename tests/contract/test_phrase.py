import pytest

from kiosk.contract.phrase import choose_language, choose_phrase

BOTH = {"de": "Becher", "en": "Mug"}


@pytest.mark.parametrize(
    ("phrases", "languages", "phrase"),
    [
        (BOTH, ("en",), "Mug"),
        (BOTH, ("fr", "en", "de"), "Mug"),
        (BOTH, ("fr",), "Becher"),
        (BOTH, (), "Becher"),
        ({"fr": "", "pl": "Kubek"}, ("fr",), "Kubek"),
        ({"fr": ""}, ("fr",), ""),
        ({}, ("de",), ""),
    ],
)
def test_a_phrase_is_read_in_the_first_wished_language_that_it_has_or_else_in_its_own_first(
    phrases: dict[str, str], languages: tuple[str, ...], phrase: str
) -> None:
    assert choose_phrase(phrases, *languages) == phrase


@pytest.mark.parametrize(
    ("phrases", "wanted", "language"),
    [
        (BOTH, "en", "en"),
        (BOTH, None, "de"),
        (BOTH, "fr", "de"),
        ({"en": "Mug"}, "de", "en"),
        ({"en": "Mug"}, None, "en"),
        ({"de": "", "en": "Mug"}, None, "en"),
        ({"fr": "Tasse"}, "fr", "de"),
        ({}, None, "de"),
        ({}, "en", "de"),
    ],
)
def test_a_screen_shows_it_in_the_wanted_language_or_the_next_that_it_speaks(
    phrases: dict[str, str], wanted: str | None, language: str
) -> None:
    assert choose_language(phrases, wanted, ("de", "en")) == language
