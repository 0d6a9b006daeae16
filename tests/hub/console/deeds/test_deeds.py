import csv
import io
import re

import pytest
from sqlalchemy import select

from kiosk.hub.console.deeds.deeds import write_csv
from kiosk.hub.console.permissions import PERMISSIONS
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.context import Hub
from kiosk.hub.domain.people.deed import note_deed
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import PASSWORD, Clerk, read_fields
from tests.hub.running import make_bookmark

_FORMS = sorted(route for method, route in PERMISSIONS if method == "POST")


def _list_deeds(hub: Hub) -> list[tuple[str, str, str]]:
    with hub.database.read() as session:
        return [(one.person, one.what, one.outcome) for one in session.scalars(select(Deed).order_by(Deed.id))]


def _send_all(clerk: Clerk) -> None:
    """Each form of the console, as it is sent from its page; the last of them signs out."""
    token = read_fields(clerk.open("/console/members"))["form_token"]
    for route in sorted(_FORMS, key="/console/sign-out".__eq__):
        clerk.send(re.sub(r"{\w+}", "x-1", route), {"form_token": token}, allow_redirects=False)


def test_no_form_of_the_console_is_taken_without_a_deed_on_record(mara: Clerk) -> None:
    before = len(_list_deeds(mara.running.hub))
    _send_all(mara)

    noted = _list_deeds(mara.running.hub)[before:]
    assert sorted(noted) == sorted(("mara", f"POST {route}", "begun") for route in _FORMS)


def test_what_she_may_not_do_is_on_record_as_refused(sam: Clerk) -> None:
    token = read_fields(sam.open("/console/members"))["form_token"]
    sam.send("/console/groups", {"form_token": token})
    sam.send("/console/groups", {"form_token": "made up elsewhere"})

    assert _list_deeds(sam.running.hub)[-2:] == [
        ("sam", "POST /console/sign-in", "begun"),
        ("sam", "POST /console/groups", "refused"),
    ]


@pytest.mark.parametrize(("name", "noted"), [("mara", "mara"), ("MeinPasswort123", "?")])
def test_who_tries_to_sign_in_in_vain_is_on_record_and_never_what_she_typed(
    anybody: Clerk, name: str, noted: str
) -> None:
    anybody.sign_in(name, "falsch")
    anybody.sign_in("mara", PASSWORD)

    assert _list_deeds(anybody.running.hub) == [
        (noted, "POST /console/sign-in", "refused"),
        ("mara", "POST /console/sign-in", "begun"),
    ]


@pytest.mark.parametrize(
    ("route", "path"),
    [
        ("/console/inbox", "/console/inbox"),
        ("/console/inbox/{conversation_id}", "/console/inbox/x-1"),
        ("/console/mails", "/console/mails"),
        ("/console/members/{member_key}", "/console/members/x-1"),
        ("/console/tablet/orders", "/console/tablet/orders"),
        ("/console/inbox", "/console/inbox/live"),
        ("/console/inbox/{conversation_id}", "/console/inbox/x-1/live?seen=" + "0" * 64),
    ],
)
def test_what_members_wrote_and_who_they_are_is_not_looked_at_without_a_deed_on_record(
    sam: Clerk, route: str, path: str
) -> None:
    sam.open(path)

    assert _list_deeds(sam.running.hub)[1:] == [("sam", f"GET {route}", "begun")]
    assert f"GET {route}" in choose_console_words("de")["deed_kinds"]


def test_a_page_that_stands_open_is_looked_at_once_and_another_of_the_same_kind_by_a_deed_of_its_own(
    sam: Clerk,
) -> None:
    cards = [{"kind": "uid", "value": letter * 64} for letter in "ab"]
    kept = [sam.running.keep(make_bookmark(id=card["value"], credential=card)).json() for card in cards]
    first, other = (answer["conversation"]["id"] for answer in kept)
    page = sam.open(f"/console/inbox/{first}")
    (live,) = re.findall(r'hx-get="([^"]*)"', page.text)
    before = len(_list_deeds(sam.running.hub))
    still = [sam.open(live), sam.open(live)]
    after = len(_list_deeds(sam.running.hub))
    sam.open(live.replace(first, other))

    assert [answer.status_code for answer in still] == [200, 200]
    assert (before, after) == (2, 2)
    assert _list_deeds(sam.running.hub)[2:] == [("sam", "GET /console/inbox/{conversation_id}", "begun")]


def test_managers_find_deeds_by_person_and_kind_page_by_page(mara: Clerk) -> None:
    for number in range(120):
        note_deed(mara.running.hub, f"nils{number % 2}", "POST /console/groups", STORE)
    first = mara.open("/console/reports/deeds?person=nils1").text
    every = mara.open("/console/reports/deeds").text
    (before,) = re.findall(r"&amp;before=(\d+)", every)
    second = mara.open(f"/console/reports/deeds?before={before}").text

    assert (first.count('class="deed"'), every.count('class="deed"'), second.count('class="deed"')) == (60, 100, 21)
    assert "Gruppe angelegt" in first
    assert "nils0 ·" not in first
    assert "Noch nichts." in mara.open("/console/reports/deeds?outcome=refused").text


@pytest.mark.parametrize("path", ["/console/reports/deeds", "/console/reports/deeds/csv"])
def test_the_record_is_the_managers_own_and_each_stores_its_own(sam: Clerk, otto: Clerk, path: str) -> None:
    assert sam.open(path).status_code == 403
    assert "/console/reports/deeds" not in sam.open("/console/screens").text
    assert "sam" not in otto.open(path).text


def test_it_is_taken_along_as_a_table_and_that_is_on_record(mara: Clerk) -> None:
    answer = mara.open("/console/reports/deeds/csv?person=mara")
    rows = list(csv.reader(io.StringIO(answer.text)))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="berlin-mitte-deeds.csv"'
    assert rows == [
        ["happened_at", "person", "what", "outcome"],
        ["2026-11-22T09:00:00+00:00", "mara", "GET /console/reports/deeds/csv", "begun"],
        ["2026-11-22T09:00:00+00:00", "mara", "POST /console/sign-in", "begun"],
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-2", "@cmd", "\tx", "\rx"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(cell: str) -> None:
    assert next(csv.reader(io.StringIO(write_csv([[cell, "a,b"]]), newline=""))) == [f"'{cell}", "a,b"]


def test_every_form_has_a_name_that_people_read() -> None:
    kinds = choose_console_words("de")["deed_kinds"]
    named = [route for route in _FORMS if f"POST {route}" in kinds]

    assert len(named) > 30


def test_what_can_be_no_deeds_number_is_refused(mara: Clerk) -> None:
    answers = [mara.open(f"/console/reports/deeds?before={before}") for before in (2**31 - 1, 2**31, "9" * 23)]

    assert [answer.status_code for answer in answers] == [200, 400, 400]
