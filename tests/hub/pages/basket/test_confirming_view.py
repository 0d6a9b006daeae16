"""What a card put in at a screen waits for her word on her phone, and until then nothing is charged without her."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from kiosk.contract.place import DOOR, EXIT, Place
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.members.consent import Consent, give_consent, is_given
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.leaving.at_exit import hear_screens
from tests.hub.pages.basket.test_basket import BASKET
from tests.hub.pages.basket.test_mandate import VISIT, Leaver, training
from tests.hub.running import A_HASH, DEADLINE_S, RunningHub

__all__ = ["training"]
CARD = {"kind": "uid", "value": A_HASH}


def scan_at_screen(running: RunningHub, code: str = "4006381333931") -> str:
    """Somebody holds her card, or a copy of it, to a screen; what that says of her basket."""
    scan = {"id": running.hub.mint(), "store": STORE, "screen": FIRST_SCREEN, "code": code, "language": "de"}
    return str(running.post("/v1/scans", {**scan, "credential": CARD}).json()["basket"])


def pass_door(running: RunningHub) -> None:
    """Her card is held to the screen at the door."""
    check_in(running, DOOR, credential=CARD)


def pass_exit(running: RunningHub) -> None:
    """Her beacon is seen by the screen at the exit, where she allows that; all screens of the store are there."""
    with running.hub.database.write() as session:
        member = find_member(session, STORE, "uid", A_HASH)
        assert member
        consent = Consent(
            member_key=member.key,
            purpose=PROXIMITY,
            given_at=running.dial.time,
            text_version="2026-11",
            source="phone",
        )
        if not is_given(session, member.key, PROXIMITY):
            give_consent(session, member, consent)
        shopper = member.key
    check_in(running, EXIT, shopper=shopper)


def check_in(running: RunningHub, place: Place, **who: object) -> None:
    """The store's first screen, which stands there, tells of her; and so are all of them heard of."""
    with running.hub.database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, place)
    told = {"id": running.hub.mint(), "store": STORE, "screen": FIRST_SCREEN, "language": "de", **who}
    assert running.post("/v1/check-ins", {**told, "tapped_at": running.dial.time.isoformat()}).status_code == 200


def list_payments(running: RunningHub) -> list[str]:
    hear_screens(running.hub)
    close_silent(running.hub)
    sweep_settlements(running.hub)
    with running.hub.database.read() as session:
        return list(session.scalars(select(Settlement.state)))


def test_she_reads_what_came_by_her_card_and_says_that_it_is_hers(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow()
        anna.scan_on_a_visit()
        assert scan_at_screen(training) == "added"
        visit, basket = anna.open(VISIT), anna.look()
        (confirm,) = re.findall("confirm:[0-9a-f]+", basket.text)
        anna.push(confirm)
        confirmed = anna.look()
        paid = anna.send(f"{VISIT}/end", anna.open(VISIT))

    assert "we charge nothing, because something of it was scanned at a screen" in visit.text
    assert "Scanned at a screen with your card: Pen." in basket.text
    assert "Yes, all of it is mine" in basket.text
    assert "Scanned at a screen" not in confirmed.text
    assert "Paid, thank you" in paid.text


def test_who_lets_nothing_be_charged_is_not_asked_whose_it_is(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.scan_on_a_visit()
        scan_at_screen(training)

        assert "Scanned at a screen" not in anna.look().text


def test_what_came_after_the_page_on_which_she_says_that_she_goes_is_not_charged_by_that(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow()
        anna.scan_on_a_visit()
        visit = anna.open(VISIT)
        scan_at_screen(training)
        ended = anna.send(f"{VISIT}/end", visit)

        assert "Leave and pay €2.00" in visit.text
        assert ended.url.endswith(f"{VISIT}?lang=en")
        assert list_payments(training) == []


@pytest.mark.parametrize(("headers", "payments"), [({}, ["paid"]), ({"Vitrine-Unseen": "yes"}, [])])
def test_what_her_open_page_showed_is_charged_at_an_exit_unless_it_lay_in_her_pocket(
    training: RunningHub, headers: dict[str, str], payments: list[str]
) -> None:
    with Leaver(training) as anna:
        anna.allow()
        anna.scan_on_a_visit()
        with training.hub.database.write() as session:
            session.execute(update(Mandate).values(shown="another"))
        anna.load(anna.browser.get(f"{training.url}{BASKET}", headers=headers, timeout=DEADLINE_S))
        training.dial.turn(timedelta(minutes=1))
        hear_screens(training.hub)
        pass_exit(training)
        training.dial.turn(timedelta(minutes=11))

        assert list_payments(training) == payments
