from datetime import timedelta

import requests
from sqlalchemy import select

from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.visit.visit import Visit, list_unended
from kiosk.hub.sample.shop import STORE
from tests.hub.counter import Shopper
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.domain.visit.test_guidance import draw
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

VISIT = f"/visit/{STORE}"


class Guest(Shopper):
    """She kept a mug, and stands in the store with her phone."""

    def look(self, language: str = "de") -> requests.Response:
        return self.browser.get(f"{self.running.url}{VISIT}?lang={language}", timeout=DEADLINE_S)

    def push(self, path: str = "") -> requests.Response:
        fields = read_fields(self.look())
        return self.browser.post(f"{self.running.url}{VISIT}{path}?lang=de", fields, timeout=DEADLINE_S)

    def list_ways(self) -> list[str]:
        with self.running.hub.database.read() as session:
            keys = list(session.scalars(select(Member.key)))
            return [visit.way for visit in list_unended(session, keys)]


def test_she_says_that_she_is_there_and_reads_her_way_and_ends_it(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        draw(session)
    with Guest(running) as anna:
        before, there = anna.look().text, anna.push().text
        assert anna.list_ways() == ["phone"]
        over = anna.push("/end").text

        assert "Ich bin da" in before
        assert "Schön, dass Sie da sind" in there
        assert "Steinzeugbecher" in there
        assert "Wohnen: 1. Etage, links" in there
        assert "Sie haben ihn beendet." in over
        assert anna.list_ways() == []


def test_it_is_told_in_english_too(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        draw(session)
    with Guest(running) as anna:
        anna.push()

        assert "Home: 1st floor, on the left" in anna.look("en").text


def test_what_was_seen_of_her_is_on_her_page_alone(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        draw(session)
    with Guest(running) as anna:
        anna.push()
        with running.hub.database.write() as session:
            for visit in session.scalars(select(Visit)):
                visit.zones = ["home", "nook"]

        assert "Wohnen · Nook" in anna.look().text


def test_a_visit_that_is_over_is_said_to_be(running: RunningHub) -> None:
    with Guest(running) as anna:
        anna.push()
        running.dial.turn(timedelta(minutes=61))

        assert "Sie gegangen waren." in anna.look().text


def test_a_phone_that_nobody_knows_begins_no_visit(running: RunningHub, stranger: requests.Session) -> None:
    assert stranger.get(f"{running.url}{VISIT}", timeout=DEADLINE_S).status_code == 401
    assert stranger.get(f"{running.url}/visit/none", timeout=DEADLINE_S).status_code == 404


def test_an_open_page_hears_of_what_happens_and_nobody_else_does(running: RunningHub) -> None:
    with Guest(running) as anna:
        anna.push()
        address = f"{running.url}{VISIT}/stream?after=0"
        with anna.browser.get(address, stream=True, timeout=DEADLINE_S) as stream:
            told = next(line for line in stream.iter_lines() if line.startswith(b"data:"))
        nobody = requests.get(address, timeout=DEADLINE_S)

    assert (told, nobody.status_code) == (b"data: 1", 401)


def test_what_lies_in_her_basket_leads_there_before_and_after_a_visit(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        stock(session)
    with Guest(running) as anna:
        empty = anna.look("en").text
        with running.hub.database.write() as session:
            key = session.scalars(select(Bookmark.member_key)).one()
            change_basket(running.hub, session, session.get_one(Member, key), "c-1", Add(PEN))
        filled = anna.look("en").text

    assert ["One article in your basket" in text for text in (empty, filled)] == [False, True]
