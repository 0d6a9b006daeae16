from typing import get_args

import pytest

from kiosk.hub.models.pickup.pickup import Found, State, Way
from kiosk.hub.text.pickup_words import choose_pickup_words


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_state_of_an_order_and_of_its_lines_has_its_words(language: str) -> None:
    words = choose_pickup_words(language)

    assert words.language == language
    assert set(words.states) == {f"{way}_{state}" for way in get_args(Way) for state in get_args(State)}
    assert set(words.found) == set(get_args(Found))
    assert set(words.messages) == {
        "pick_up_ready",
        "pick_up_cancelled",
        "home_handed_over",
        "home_cancelled",
        "pick_up_returned",
        "home_returned",
        "pick_up_expired",
        "home_expired",
        "refunded_ready",
        "refunded_cancelled",
    }


def test_other_languages_read_english() -> None:
    assert choose_pickup_words("fr").language == "en"
