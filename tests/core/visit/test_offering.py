import pytest

from kiosk.core.effects import AnnounceShown
from kiosk.core.events import (
    ShopperNear,
    Ticked,
)
from kiosk.offers.ranking import BY_PRIORITY, Choice
from tests.doubles.shop_floor import BOOTS, Play


@pytest.fixture
def play() -> Play:
    return Play.of_shop()


def test_an_offer_is_announced_with_what_caused_it(play: Play) -> None:
    offering = play.bring()
    said = play.effects[-1]
    assert isinstance(said, AnnounceShown)
    assert said.choice
    choice = Choice(BOOTS, BY_PRIORITY, "priority", considered=said.choice.considered)
    announced = AnnounceShown(offering.impression, "boots", None, "proximity", 1.0, "t-1", choice)
    assert announced == said


def test_who_had_to_wait_is_announced_from_the_moment_of_her_turn(play: Play) -> None:
    play.bring()
    play.send(ShopperNear("ben", "shoes", heard_at=0.5), at=2.0)
    (shown,) = play.send(Ticked(), at=7.0)
    assert (shown.heard_at, shown.trigger) == (7.0, None)  # type: ignore[union-attr] # only one kind can come
