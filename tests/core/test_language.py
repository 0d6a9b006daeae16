import pytest

from kiosk.contract.offer import Offer
from kiosk.core.language import choose_language

BOTH = Offer("a", {"de": "Becher", "en": "Mug"})
ENGLISH = Offer("b", {"en": "Mug"})
FRENCH = Offer("c", {"fr": "Tasse"})


@pytest.mark.parametrize(
    ("offer", "wanted", "language"),
    [
        (BOTH, "en", "en"),
        (BOTH, None, "de"),
        (BOTH, "fr", "de"),
        (ENGLISH, "de", "en"),
        (ENGLISH, None, "en"),
        (FRENCH, "fr", "de"),
        (None, None, "de"),
    ],
)
def test_the_language_is_the_wanted_one_or_the_next_that_fits(
    offer: Offer | None, wanted: str | None, language: str
) -> None:
    assert choose_language(offer, wanted, ("de", "en")) == language
