from typing import get_args

import pytest

from kiosk.pricing.priced import IdleReason
from kiosk.pricing.words import choose_bill_words


@pytest.mark.parametrize(("asked", "spoken"), [("de", "de"), ("en", "en"), ("fr", "en")])
def test_the_phrases_are_in_the_readers_language_or_else_in_english(asked: str, spoken: str) -> None:
    assert choose_bill_words(asked).language == spoken


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    assert set(choose_bill_words(language).idle) == set(get_args(IdleReason))
