import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from string import Formatter
from typing import Any

import pytest

from kiosk.hub.text.benefit_words import ENGLISH, GERMAN, BenefitWords, choose_benefit_words, format_amount


def _list_blanks(words: BenefitWords, name: str) -> list[str]:
    """Where this phrase is filled in; of several phrases, of each with its name."""
    phrase = getattr(words, name)
    if isinstance(phrase, str):
        return sorted(name for _, name, _, _ in Formatter().parse(phrase) if name)
    return [f"{key} {sorted(re.findall(r'{.*?}', str(phrase[key])))}" for key in _list_keys(phrase)]


def _list_keys(phrases: Mapping[str, str] | tuple[str, ...]) -> Sequence[Any]:
    return range(len(phrases)) if isinstance(phrases, tuple) else list(phrases)


@pytest.mark.parametrize("name", [field.name for field in fields(GERMAN)])
def test_both_languages_say_the_same_with_the_same_blanks(name: str) -> None:
    assert _list_blanks(GERMAN, name) == _list_blanks(ENGLISH, name)


@pytest.mark.parametrize(
    ("amount", "unit", "german", "english"),
    [
        ("1", "points", "1\xa0Punkt", "1\xa0point"),
        ("1250", "points", "1.250\xa0Punkte", "1,250\xa0points"),
        ("12.5", "EUR", "12,50\xa0€", "€12.50"),
        ("2", "stamps", "2\xa0Stempel", "2\xa0stamps"),
    ],
)
def test_an_amount_is_written_as_its_reader_writes_it(amount: str, unit: str, german: str, english: str) -> None:
    assert format_amount(Decimal(amount), unit, GERMAN) == german
    assert format_amount(Decimal(amount), unit, ENGLISH) == english


def test_who_reads_another_language_reads_english() -> None:
    assert [choose_benefit_words(language).language for language in ("de", "fr", "en")] == ["de", "en", "en"]
