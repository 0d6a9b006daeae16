import pytest
import requests
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.pickup.picking import arrive
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.pickup.pickup import Pickup
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.domain.visit.test_guidance import draw
from tests.hub.pages.pickup.test_pickups import Collector

PICKUPS = "/console/tablet/pickups"


def press(clerk: Clerk, pickup_id: str, path: str, **fields: str) -> requests.Response:
    """Press a button of the list."""
    token = {"form_token": read_fields(clerk.open(f"{PICKUPS}/{pickup_id}"))["form_token"]}
    return clerk.send(f"{PICKUPS}/{pickup_id}/{path}", {**token, **fields})


def test_an_order_is_picked_line_by_line_and_laid_ready(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        early = press(sam, pickup.id, "state", state="ready")
        found = press(sam, pickup.id, "lines/0", found="picked")
        replaced = press(sam, pickup.id, "lines/1", found="substituted", substitute="4006381333931")
        ready = press(sam, pickup.id, "state", state="ready")

        assert "liegt bereit. Halten Sie" in anna.browser.get(anna.page, timeout=20).text

    assert (early.status_code, "Das steht inzwischen anders." in early.text) == (409, True)
    assert "Gefunden" in found.text
    assert "Ersetzt durch Pen" in replaced.text
    assert "Alles gepackt: liegt bereit" in replaced.text
    assert "Auf dem Handy steht es auch." in ready.text


def test_where_a_line_lies_and_how_many_there_are_is_said(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        with sam.running.hub.database.write() as session:
            draw(session)
            for article in _list_articles(session):
                article.department = "home"
        page = sam.open(f"{PICKUPS}/{pickup.id}").text

    assert "Wohnen: 1. Etage, links · 3 vorrätig" in page


@pytest.mark.parametrize(
    ("path", "fields", "status", "text"),
    [
        (
            "lines/0",
            {"found": "substituted", "substitute": "036000291452"},
            422,
            "Diesen Code verkauft der Laden nicht.",
        ),
        ("lines/0", {"found": "perhaps"}, 400, ""),
        ("lines/9", {"found": "picked"}, 404, ""),
        ("state", {"state": "handed_over"}, 400, ""),
        ("hand-over", {}, 409, "Gerade hat niemand eine Karte"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    sam: Clerk, path: str, fields: dict[str, str], status: int, text: str
) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        answer = press(sam, pickup.id, path, **fields)

        assert answer.status_code == status
        assert text in answer.text
        assert _read_state(sam, pickup.id) == "placed"


def test_an_order_of_which_nothing_is_there_is_cancelled_and_she_reads_it(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        for place in range(2):
            press(sam, pickup.id, f"lines/{place}", found="missing")
        empty = press(sam, pickup.id, "state", state="ready")
        press(sam, pickup.id, "state", state="cancelled")

        assert "Nichts davon ist da." in empty.text
        assert _read_state(sam, pickup.id) == "cancelled"
        assert "storniert" in anna.browser.get(anna.page, timeout=20).text


def test_her_card_at_the_desk_hands_it_over_once(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        anna.lay_ready(pickup.id)
        with sam.running.hub.database.write() as session:
            row = session.get_one(Pickup, pickup.id)
            arrive(sam.running.hub, session, session.get_one(Member, row.member_key or ""))
        page = sam.open(f"{PICKUPS}/{pickup.id}").text
        statuses = [press(sam, pickup.id, "hand-over", saw_age=age).status_code for age in ("", "on", "on")]

    assert page.count("Darin ist etwas erst ab 18 Jahren") == 1
    assert statuses == [409, 200, 409]
    assert _read_state(sam, pickup.id) == "handed_over"


def test_another_store_finds_no_such_order(sam: Clerk, otto: Clerk) -> None:
    with Collector(sam.running) as anna:
        assert otto.open(f"{PICKUPS}/{anna.order().id}").status_code == 404


def _read_state(clerk: Clerk, pickup_id: str) -> str:
    with clerk.running.hub.database.read() as session:
        return session.get_one(Pickup, pickup_id).state


def _list_articles(session: Session) -> list[Article]:
    return list(session.scalars(select(Article).where(Article.code == PEN)))


def test_what_is_brought_home_is_packed_and_sent_by_which_the_address_goes(sam: Clerk, mara: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order_home()
        early = press(sam, pickup.id, "send")
        for place in ("0", "1"):
            page = press(sam, pickup.id, f"lines/{place}", found="picked")
        press(sam, pickup.id, "state", state="ready")
        listed = sam.open(PICKUPS).text
        sent = press(sam, pickup.id, "send")
        after = sam.open(f"{PICKUPS}/{pickup.id}").text

    assert early.status_code == 409
    assert all(text in page.text for text in (ADDRESS.strip(), "Lieferung · Wird gepackt", "Alles gepackt"))
    assert all(text in listed for text in ("Zu versenden", "Lieferung: 3 Stück", "Gepackt"))
    assert "Unterwegs. Die Anschrift ist gelöscht." in sent.text
    assert "99084" not in after
    assert "Lieferung · Unterwegs" in after
    assert "Bestellung versandt" in mara.open("/console/reports/deeds").text


def test_where_nobody_knows_any_more_where_it_goes_the_staff_are_told_to_cancel_it(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order_home()
        with sam.running.hub.database.write() as session:
            session.get_one(Pickup, pickup.id).address = None
        page = sam.open(f"{PICKUPS}/{pickup.id}").text

    assert "niemand weiß, wohin es geht" in page


def test_of_what_was_paid_for_here_it_is_said_how_many_lie_there_beside_it(sam: Clerk) -> None:
    till = PhoneTill(sam.running.hub, MoodyProvider())
    till.put(Add(PEN, "pick_up"))
    till.pay()
    with sam.running.hub.database.read() as session:
        pickup_id = session.scalars(select(Pickup.id)).one()

    assert "Daneben 2 vorrätig" in sam.open(f"{PICKUPS}/{pickup_id}").text


def test_what_lies_there_for_adults_is_handed_over_once_somebody_ticks_that_she_looked(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        press(sam, pickup.id, "lines/0", found="substituted", substitute="96385074")
        press(sam, pickup.id, "lines/1", found="picked")
        press(sam, pickup.id, "state", state="ready")
        fields = {**read_fields(sam.open(PICKUPS)), "code": pickup.proof}
        asked = sam.send(f"{PICKUPS}/hand-over", fields)
        given = sam.send(f"{PICKUPS}/hand-over", {**fields, "saw_age": "on"})

    assert (asked.status_code, "Ich habe nachgesehen: 18 oder älter" in asked.text) == (409, True)
    assert f'value="{pickup.proof}"' in asked.text
    assert "Übergeben." in given.text
