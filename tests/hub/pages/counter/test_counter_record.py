from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.domain.handshake.gift import give_coupon
from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import note_look
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.people.record_look import Record, note_record_look
from kiosk.hub.sample.shop import STORE
from tests.hub.counter import COUNTER, Shopper
from tests.hub.models.people.test_record_look import MARA, SAM
from tests.hub.running import DEADLINE_S, RunningHub


def _ask(running: RunningHub, code: str) -> str:
    with running.hub.database.write() as session:
        return ask_by_code(running.hub, session, STORE, Clerk("w_sam", "sam"), code).id


def test_before_anybody_saw_anything_it_says_so(running: RunningHub) -> None:
    with Shopper(running) as anna:
        anna.show_code()

        assert "Noch hat niemand etwas von Ihnen gesehen." in anna.open("/looks").text


def test_she_reads_who_looked_at_what_from_when_until_when_and_what_was_done(running: RunningHub) -> None:
    hub, dial = running.hub, running.dial
    with Shopper(running) as anna:
        name = _ask(running, anna.show_code())
        anna.answer("kept")
        for _ in range(4):
            dial.turn(timedelta(seconds=20))
            with hub.database.write() as session:
                note_look(session, name, "kept", hub.now())
        with hub.database.write() as session:
            lamp = session.get_one(Offer, "o-lamp")
            give_coupon(hub, session, session.get_one(Handshake, name), lamp, "gift-1")
        now, later = anna.open().text, anna.open("/looks").text

    said = (
        "Sie haben zugestimmt: Gemerkte Angebote",
        "<time>10:00 bis 10:01</time><span>Angesehen: Gemerkte Angebote",
        "Coupon gegeben: Pilzleuchte",
        "sam",
    )
    assert [phrase for phrase in said if phrase not in now] == []
    assert [phrase for phrase in said if phrase not in later] == []


def test_that_it_ended_by_itself_is_said_with_its_time(running: RunningHub) -> None:
    with Shopper(running) as anna:
        _ask(running, anna.show_code())
        anna.answer()
        running.dial.turn(timedelta(minutes=20))
        page = anna.open("/looks").text

    assert "<time>10:15</time><span>Von selbst beendet" in page
    assert "Sie haben zugestimmt: Nichts von Ihnen" in page


def test_the_way_there_begins_where_she_reads_what_the_store_knows(running: RunningHub) -> None:
    with Shopper(running) as anna:
        page = anna.browser.get(f"{anna.page}/me", timeout=DEADLINE_S).text

    assert f'href="{COUNTER}/looks?lang=de"' in page


def test_a_look_that_she_was_not_asked_for_stands_there_with_who_and_in_which_role(running: RunningHub) -> None:
    hub, dial = running.hub, running.dial
    with Shopper(running) as anna:
        _ask(running, anna.show_code())
        dial.turn(timedelta(minutes=5))
        with hub.database.write() as session:
            key = session.scalars(select(Handshake.member_key)).one()
            looks: tuple[tuple[Record, Person], ...] = (("profile", SAM), ("conversation", SAM), ("profile", MARA))
            for record, person in looks:
                note_record_look(session, person, key, record, hub.now())
                dial.turn(timedelta(minutes=1))
        page = anna.open("/looks").text

    places = [page.index(text) for text in ("mara</h2>", "Leitung, ohne Sie", "Team, ohne Sie", "Hat gefragt")]
    assert places == sorted(places)
    assert "<time>10:05</time><span>Angesehen: was der Laden über Sie weiß" in page
    assert "<time>10:06</time><span>Angesehen: Ihr Gespräch mit dem Laden" in page
