"""A loop of one picture: it is on the glass before there is anybody to tell, and nothing follows it to speak of."""

from tests.doubles.foreign_shop import LOOP_OFFER
from tests.doubles.loyalty_server import LoyaltyServer
from tests.stories.conftest import Fitter


def test_the_first_picture_after_a_start_is_said_at_once_and_once(fitter: Fitter, server: LoyaltyServer) -> None:
    server.catalogue["playlist"] = [server.catalogue["playlist"][0] | {"seconds": 3600}]
    screen = fitter.make()
    screen.open()
    assert screen.end() == 0
    since = screen.mark()
    screen.open()

    said = screen.await_shown("loop", since)
    assert (said["offer"], said["latency_ms"] < 5000) == (LOOP_OFFER, True)
    server.wait_for(lambda: said["impression"] in server.events)
    screen.end()
    told = [event for event in server.events.values() if event["type"] == "kiosk.impression"]
    assert len(screen.list_said("shown")) == len(told) == 2
