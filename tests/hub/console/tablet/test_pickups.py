import re

from kiosk.hub.domain.pickup.picking import arrive
from kiosk.hub.domain.settlement.shortage import expire_order
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.pickup.pickup import Pickup
from tests.hub.console.clerk import Clerk
from tests.hub.pages.pickup.test_pickups import Collector

PICKUPS = "/console/tablet/pickups"


def give(clerk: Clerk, code: str, **ticked: str) -> tuple[int, str]:
    """Type the code of her phone, and tick that; what the page says."""
    answer = clerk.fill_in(PICKUPS, {"code": code, **ticked}, f"{PICKUPS}/hand-over")
    said = re.search(r'(?:class="said" role="status"|id="code-complaint")>([^<]+)<', answer.text)
    assert said
    return answer.status_code, said[1]


def test_what_is_to_be_packed_is_listed_live_by_its_code(sam: Clerk, otto: Clerk) -> None:
    empty = sam.open(PICKUPS).text
    with Collector(sam.running) as anna:
        pickup = anna.order()
        page = sam.open(f"{PICKUPS}/live").text

    assert "Heute ist nichts zum Abholen oder Liefern bestellt." in empty
    assert "Der kurze Code in der Liste ist nur zum Aufrufen da." in empty
    assert all(text in page for text in (pickup.code, "3 Stück", "Noch nicht begonnen", "Zu packen"))
    assert pickup.member_key
    assert pickup.member_key not in page
    assert pickup.code not in otto.open(PICKUPS).text


def test_the_code_of_her_phone_hands_it_over_once(sam: Clerk, mara: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        early = give(sam, pickup.proof)
        anna.lay_ready(pickup.id)
        told = [give(sam, code, saw_age="on") for code in ("K7Q42MFX", pickup.proof.lower(), pickup.proof)]

    assert early == (409, "Das steht inzwischen anders. Die Liste zeigt, wie.")
    assert [status for status, _ in told] == [404, 200, 409]
    assert [text for _, text in told][1:] == ["Übergeben.", "Das wurde schon übergeben."]
    assert "Bestellung übergeben" in mara.open("/console/reports/deeds").text


def test_what_is_not_for_everybody_is_handed_over_once_somebody_looked_and_that_is_on_record(
    sam: Clerk, mara: Clerk
) -> None:
    deeds = "/console/reports/deeds"
    with Collector(sam.running) as anna:
        pickup = anna.order()
        anna.lay_ready(pickup.id)
        page = f"{PICKUPS}/{pickup.id}"
        ready, asked = sam.open(page).text, give(sam, pickup.proof)
        noted = mara.open(deeds).text
        given = give(sam, pickup.proof, saw_age="on")

    assert "Darin ist etwas erst ab 18 Jahren: Sehen Sie beim Übergeben nach." in ready
    assert (asked[0], given) == (409, (200, "Übergeben."))
    assert "Wer zu jung ist, bekommt es nicht" in asked[1]
    assert "Ab 18 Jahren: sam hat nachgesehen." in sam.open(page).text
    assert ["Alter bei einer Übergabe geprüft" in text for text in (noted, mara.open(deeds).text)] == [False, True]


def test_who_stands_at_the_desk_comes_first(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
        anna.lay_ready(pickup.id)
        before, first = sam.open(PICKUPS).text, sam.open("/console/tablet/live").text
        with sam.running.hub.database.write() as session:
            row = session.get_one(Pickup, pickup.id)
            arrive(sam.running.hub, session, session.get_one(Member, row.member_key or ""))

        assert ("Ist da" in before, "Ist da" in sam.open(f"{PICKUPS}/live").text) == (False, True)
        assert "Am Abholtresen" not in first
        assert f"Am Abholtresen: {pickup.code}" in sam.open("/console/tablet/live").text


def test_what_nobody_came_for_is_said_to_be_cancelled_by_itself(sam: Clerk) -> None:
    with Collector(sam.running) as anna:
        pickup = anna.order()
    with sam.running.hub.database.write() as session:
        expire_order(sam.running.hub, session, session.get_one(Pickup, pickup.id))

    assert "Storniert: hat zu lange gewartet" in sam.open(PICKUPS).text


def test_codes_are_not_tried_one_after_the_other(sam: Clerk) -> None:
    statuses = [sam.fill_in(PICKUPS, {"code": "none"}, f"{PICKUPS}/hand-over").status_code for _ in range(6)]

    assert statuses == [404] * 5 + [429]
