import re

import requests

from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import advance_pickup, note_line, send
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.counter import Shopper
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.domain.pickup.orders import ADDRESS, add_shop, lay_ready, place, place_home
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import DEADLINE_S, RunningHub

PICKUPS = f"/pickups/{STORE}"


class Collector(Shopper):
    """She kept a mug, and ordered something on the web."""

    def order(self) -> Pickup:
        with self.running.hub.database.write() as session:
            stock(session)
            key = session.get_one(Bookmark, "b-o-mug").member_key
            return place(self.running.hub, session, add_shop(session), key)

    def order_home(self) -> Pickup:
        with self.running.hub.database.write() as session:
            stock(session)
            key = session.get_one(Bookmark, "b-o-mug").member_key
            return place_home(self.running.hub, session, key)

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
    assert "So heißt Ihre Bestellung am Abholtresen." in placed
    assert "Zeigen Sie diesen Code erst bei der Übergabe" in ready
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


def test_of_what_is_brought_home_she_reads_where_to_until_it_is_on_its_way(running: RunningHub) -> None:
    with Collector(running) as anna:
        pickup = anna.order_home()
        placed = anna.look("en")
        anna.lay_ready(pickup.id)
        ready = anna.look("en")
        with running.hub.database.write() as session:
            send(running.hub, session, session.get_one(Pickup, pickup.id), "Ida")
        sent = anna.look("en")

    assert all(text in placed for text in ("Delivery: will be packed soon", ADDRESS.strip()))
    assert "Delivery: is packed" in ready
    assert pickup.proof not in re.sub(r"\s", "", ready)
    assert "Delivery: on its way" in sent
    assert "99084" not in sent


def test_of_what_was_paid_for_and_is_missing_she_reads_that_the_money_goes_back(running: RunningHub) -> None:
    with Collector(running) as anna:
        till = PhoneTill(running.hub, MoodyProvider())
        with running.hub.database.write() as session:
            key = session.get_one(Bookmark, "b-o-mug").member_key
            pickup = place(running.hub, session, add_shop(session), key)
        till.put_pens(1)
        settlement_id = till.pay()
        with running.hub.database.write() as session:
            row = session.get_one(Pickup, pickup.id)
            row.settlement_id = settlement_id
            for line, outcome in enumerate((Outcome("missing"), Outcome("picked"))):
                note_line(running.hub, session, row, line, outcome)
        picking = anna.look("en")
        with running.hub.database.write() as session:
            advance_pickup(running.hub, session, session.get_one(Pickup, pickup.id), "ready", "Ida")
        ready = anna.look("en")

    assert ["you get the money for it back" in text for text in (picking, ready)] == [False, True]
