import pytest

from kiosk.hub.console.offers.reach_words import tell_reach
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.domain.screens.reach import Reach


@pytest.mark.parametrize(
    ("reach", "told"),
    [
        (Reach(80, None, is_for_everybody=True), "For everybody."),
        (Reach(80, 15), "It reaches about 15 of about 80 members now"),
        (Reach(80, None), "It reaches fewer than 5 members now whom screens may recognise. No screen shows it to them"),
        (Reach(4, None), "whom it reaches cannot be said yet"),
        (Reach(7, None), "Once your store knows 50, no screen shows it"),
    ],
)
def test_it_is_told_whom_an_offer_reaches_and_what_that_means(reach: Reach, told: str) -> None:
    assert told in tell_reach(reach, choose_console_words("en"))
