import re

import pytest

from kiosk.hub.domain.people.password import is_password
from kiosk.hub.models.people.person import find_person
from kiosk.hub.rate_limiter import SIGN_INS
from tests.hub.console.clerk import PASSWORD, Clerk
from tests.hub.running import RunningHub

ADDRESS = "/console/password"
NEW = "zwölf Boxkämpfer jagen"


def _change(clerk: Clerk, old: str = PASSWORD, new: str = NEW, again: str | None = None) -> tuple[int, str]:
    """How it was answered, and what was complained of."""
    typed = {"password": old, "new_password": new, "again": new if again is None else again}
    answer = clerk.fill_in(ADDRESS, typed)
    complaint = re.search(r'class="complaint" role="alert">([^<]*)', answer.text)
    return answer.status_code, complaint[1] if complaint else ""


def _has(running: RunningHub, password: str) -> bool:
    with running.hub.database.read() as session:
        person = find_person(session, "sam")
    return person is not None and is_password(person.password_hash, password)


def test_from_then_on_only_the_new_one_counts_and_she_stays_where_she_is(sam: Clerk, running: RunningHub) -> None:
    answer = _change(sam)

    assert answer == (200, "")
    assert "Ihr neues Passwort gilt." in sam.open("/console/screens?said=password_changed").text
    assert [_has(running, password) for password in (PASSWORD, NEW)] == [False, True]


def test_wherever_else_she_is_signed_in_she_is_out(sam: Clerk, anybody: Clerk) -> None:
    anybody.sign_in("sam")
    before = anybody.open(ADDRESS).url
    _change(sam)

    assert before.endswith(ADDRESS)
    assert "sign-in" in anybody.open(ADDRESS).url
    assert sam.open(ADDRESS).url.endswith(ADDRESS)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        (("falsch", NEW), "Das bisherige Passwort stimmt nicht."),
        ((PASSWORD, NEW, f"{NEW} "), "Die beiden neuen Passwörter sind verschieden."),
        ((PASSWORD, "kurz"), "Ein Passwort hat 10 bis 1000 Zeichen."),
        ((PASSWORD, "password123"), "Das wird früh erraten."),
        ((PASSWORD, "KleineFreude"), "Das wird früh erraten."),
    ],
)
def test_what_cannot_be_taken_says_why_and_the_old_one_counts_on(
    sam: Clerk, running: RunningHub, typed: tuple[str, ...], complaint: str
) -> None:
    status, said = _change(sam, *typed)

    assert status == 400
    assert said.startswith(complaint)
    assert _has(running, PASSWORD)


def test_whoever_sits_down_at_her_desk_does_not_guess_it(sam: Clerk, running: RunningHub) -> None:
    answers = [_change(sam, f"falsch {number}")[0] for number in range(SIGN_INS.most + 1)]

    assert answers == [400] * SIGN_INS.most + [429]
    assert _change(sam)[0] == 429
    assert _has(running, PASSWORD)


def test_a_password_manager_knows_its_fields(sam: Clerk) -> None:
    fields = re.findall(r'<input [^>]*name="(\w+)"[^>]*autocomplete="([\w-]+)"', sam.open(ADDRESS).text)

    assert fields == [
        ("name", "username"),
        ("password", "current-password"),
        ("new_password", "new-password"),
        ("again", "new-password"),
    ]
