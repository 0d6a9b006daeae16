import pytest

from kiosk.hub.domain.consent.allowance import PURPOSES
from kiosk.hub.text.consent_text import LATEST, find_consent_text, list_versions


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("version", list_versions())
@pytest.mark.parametrize("language", ["de", "en"])
def test_whatever_can_be_allowed_has_words_in_every_version_and_language(
    version: str, purpose: str, language: str
) -> None:
    text = find_consent_text(version, purpose, language)

    assert text
    assert all((text.title, text.text, text.after))
    assert "!" not in text.text


def test_the_latest_version_is_there() -> None:
    assert list_versions()[-1] == LATEST


def test_a_version_that_is_unknown_is_read_as_todays() -> None:
    assert find_consent_text("before", "proximity", "de") == find_consent_text(LATEST, "proximity", "de")


def test_a_purpose_without_words_has_none() -> None:
    assert find_consent_text(LATEST, "everything", "de") is None


@pytest.mark.parametrize(("language", "word"), [("de", "Statistiken"), ("en", "statistics")])
def test_who_is_followed_to_a_purchase_reads_that_statistics_are_made(language: str, word: str) -> None:
    now, before = (find_consent_text(version, "personal_offers", language) for version in (LATEST, "2026-11"))

    assert now
    assert before
    assert (word in now.text, word in before.text) == (True, False)
