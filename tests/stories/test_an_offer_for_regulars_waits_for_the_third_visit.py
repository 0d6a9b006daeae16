"""Targeting by what a loyalty system knows beyond segments, from its answer over HTTP to the offer on the glass."""

import pytest

from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.pictures import draw_picture
from tests.stories.conftest import Fitter

REGULARS = "regulars"
AUDIENCE = {
    "all": [{"visits": {"at_least": 3}}, {"any": [{"interest": "coffee", "at_least": 0.5}, "barista"]}],
    "none": [{"language": ["fi"]}],
}


@pytest.mark.parametrize(("visits", "offer"), [(None, ANNAS_OFFER), (2, ANNAS_OFFER), (3, REGULARS)])
def test_an_offer_for_regulars_waits_for_the_third_visit(
    visits: int | None, offer: str, fitter: Fitter, server: LoyaltyServer, gateway: Bystander
) -> None:
    image = server.add_media("cup.png", draw_picture(colour="olive"))
    server.offer(REGULARS, image=image, priority=9, audience=AUDIENCE)
    server.shoppers[0] |= {"visits": visits, "interests": {"coffee": 0.8}}
    screen = fitter.make()
    screen.open()

    assert screen.await_heard(lambda: walk_up(gateway, BEACON))["offer"] == offer


def test_a_shop_is_told_why_an_offer_is_kept_back(fitter: Fitter, server: LoyaltyServer) -> None:
    image = server.add_media("cup.png", draw_picture(colour="olive"))
    server.offer(REGULARS, image=image, audience=AUDIENCE)
    screen = fitter.make()
    screen.open()

    told = screen.run("offers", "explain", REGULARS, "--language", "de", "--visits", "2", "--segment", "barista")

    assert told.splitlines() == [
        "regulars: kept back",
        "  audience: is not for this shopper, here and now",
        "    audience.all[0]: needs 3 visits or more",
    ]
