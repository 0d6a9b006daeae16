from typing import get_args

import pytest

from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.settlement.training_keeper import Named
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.pages.basket.mandate_view import Stage
from kiosk.hub.text.consent_text import LATEST, find_consent_text
from kiosk.hub.text.leaving_words import choose_leaving_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_reason_stage_and_choice_has_its_words(language: str) -> None:
    words = choose_leaving_words(language)

    assert words.language == language
    assert words.doubts.keys() == set(get_args(Doubt))
    assert words.titles.keys() == words.texts.keys() == set(get_args(Stage))
    assert words.named.keys() == set(get_args(Named))
    assert find_consent_text(LATEST, CHARGE_ON_LEAVING, language)


def test_other_languages_read_english() -> None:
    assert choose_leaving_words("fr").language == "en"
