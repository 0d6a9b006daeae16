from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.sweep import EVERY_S, keep_profiles, look_once
from kiosk.hub.models.profile.stay import count_stays
from kiosk.hub.sample.shop import STORE
from tests.doubles.deadline import wait_until
from tests.hub.domain.profile.test_refresh import set_rules
from tests.hub.running import Dial
from tests.hub.shop_window import WebShop, add_source, make_message


def _count(hub: Hub) -> dict[str, int]:
    with hub.database.read() as session:
        return count_stays(session, STORE)


def test_who_is_due_is_looked_at_while_the_hub_serves(hub: Hub, dial: Dial) -> None:
    set_rules(hub, quiet='{"all": [{"trait": {"name": "days_since_seen", "at_least": 3}}]}')
    WebShop(hub, add_source(hub)).tell(make_message(1))
    dial.turn(timedelta(days=3))
    with keep_profiles(hub):
        wait_until(lambda: _count(hub) == {"quiet": 1})

    assert look_once(hub) == EVERY_S
