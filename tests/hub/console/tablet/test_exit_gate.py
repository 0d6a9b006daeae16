from dataclasses import replace

import pytest

from kiosk.hub.domain.settlement.exit_gate import show_pass
from kiosk.hub.domain.settlement.pass_code import LIFE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.domain.settlement.till import PhoneTill

GATE = "/console/tablet/gate"


@pytest.fixture
def text(sam: Clerk) -> str:
    """What the phone of somebody shows who paid; the lot fell on her."""
    hub = replace(sam.running.hub, settings=replace(sam.running.hub.settings, looked_at=1.0))
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.pay()
    with hub.database.read() as session:
        return show_pass(hub, session, settlement_id)


def scan(clerk: Clerk, text: str) -> str:
    return clerk.send(GATE, {**read_fields(clerk.open(GATE)), "code": text}).text


def test_a_pass_is_accepted_once_and_refused_twice_and_the_look_is_noted(sam: Clerk, mara: Clerk, text: str) -> None:
    first = sam.send(GATE, {**read_fields(sam.open(GATE)), "code": text})
    again = scan(sam, text)
    noted = sam.send(f"{GATE}/{text[2:10]}", {**read_fields(first), "result": "fits"})

    assert "Bitte kurz in die Tasche sehen" in first.text
    assert "3 Stück" in first.text
    assert "schon benutzt" in again
    assert "alles stimmt" in noted.text
    assert "In eine Tasche gesehen" in mara.open("/console/reports/deeds").text


def test_what_is_late_forged_or_no_pass_is_refused_with_its_reason(sam: Clerk, text: str) -> None:
    forged = text[:-1] + ("A" if text[-1] != "A" else "B")
    pages = [scan(sam, forged), scan(sam, "none")]
    sam.running.dial.turn(LIFE * 2)

    assert "nicht von uns" in pages[0]
    assert "kein Code vom Ausgang" in pages[1]
    assert "abgelaufen" in scan(sam, text)


def test_a_result_that_there_is_not_is_refused(sam: Clerk) -> None:
    page = sam.open(GATE)

    assert sam.send(f"{GATE}/K7Q42MFX", {**read_fields(page), "result": "x"}).status_code == 400
    assert sam.send(f"{GATE}/K7Q42MFX", {**read_fields(page), "result": "fits"}).status_code == 404
