from itertools import count

from kiosk.bench.bare_offer import ZONE
from kiosk.bench.publisher import Publisher, write_sighting
from kiosk.bench.said import Said
from kiosk.bench.side import Side
from kiosk.bench.stand import open_stand
from kiosk.bench.stock import name_beacon

MOST = 100
EVERY_S = 0.25


def hear_after(publisher: Publisher, screen: Side, frame: bytes) -> Said:
    """What the screen says once it heard this, told again until it does."""
    for told in count():
        publisher.send(frame)
        said = screen.hear(EVERY_S)
        if said is not None:
            return said
        assert told < MOST
    raise AssertionError


def test_it_says_who_comes_near_and_leaves_and_where() -> None:
    with open_stand(1) as stand:
        settings = [*stand.stock.list_settings(), f"broker.url={stand.broker.url}"]
        with Side("walked_screen", settings) as screen:
            publisher = Publisher(stand.broker.host, stand.broker.port, "gateway")
            came = hear_after(publisher, screen, write_sighting(name_beacon(0), 0.5))
            left = hear_after(publisher, screen, write_sighting(name_beacon(0), 40.0))
            publisher.close()

    assert (came.what, came.zone, left.what, left.zone) == ("near", ZONE, "left", ZONE)
    assert screen.began_at < came.since <= came.at < left.at
