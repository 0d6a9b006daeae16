import re

import requests

from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import note_line
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.sample.shop import STORE
from tests.hub.counter import Shopper
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.domain.pickup.orders import add_shop, lay_ready, place
from tests.hub.running import DEADLINE_S, RunningHub

PICKUPS = f"/pickups/{STORE}"


class Collector(Shopper):
    """She kept a mug, and ordered something on the web."""

    def order(self) -> Pickup:
        with self.running.hub.database.write() as session:
            stock(session)
            key = session.get_one(Bookmark, "b-o-mug").member_key
            return place(self.running.hub, session, add_shop(session), key)

    def lay_ready(self, pickup_id: str) -> None:
        with self.running.hub.database.write() as session:
            lay_ready(self.running.hub, session, session.get_one(Pickup, pickup_id))

    def look(self, language: str = "de") -> str:
        return self.browser.get(f"{self.running.url}{PICKUPS}?lang={language}", timeout=DEADLINE_S).text


def test_she_reads_how_her_order_stands_and_shows_its_proof_once_it_lies_ready(running: RunningHub) -> None:
    with Collector(running) as anna:
        empty, pickup = anna.look(), anna.order()
        placed = anna.look()
        anna.lay_ready(pickup.id)
        ready = anna.look()

    assert "Gerade wartet nichts auf Sie." in empty
    assert f"Wir rufen Sie mit {pickup.code}" in placed
    assert "Wird bald gepackt" in placed
    assert pickup.proof not in placed.replace(" ", "")
    assert pickup.proof in re.sub(r"\s", "", ready)
    assert "2 \N{MULTIPLICATION SIGN} Pen" in ready


def test_what_was_missing_or_replaced_is_said_in_her_language(running: RunningHub) -> None:
    with Collector(running) as anna:
        pickup = anna.order()
        with running.hub.database.write() as session:
            row = session.get_one(Pickup, pickup.id)
            note_line(running.hub, session, row, 0, Outcome("missing"))
            note_line(running.hub, session, row, 1, Outcome("substituted", PEN))
        told = anna.look("en")

    assert "Not in stock" in told
    assert "Replaced by Pen" in told


def test_a_phone_that_nobody_knows_sees_no_orders(running: RunningHub, stranger: requests.Session) -> None:
    with Collector(running) as anna:
        pickup = anna.order()
        answer = stranger.get(f"{running.url}{PICKUPS}", timeout=DEADLINE_S)

        assert answer.status_code == 401
        assert pickup.code not in answer.text
