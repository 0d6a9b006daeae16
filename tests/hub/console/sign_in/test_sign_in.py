from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.hub.models.people.sign_in import SignIn
from tests.hub.console.clerk import PASSWORD, Clerk
from tests.hub.running import RunningHub

WRONG = "Name und Passwort passen nicht zusammen."


@pytest.mark.parametrize("name", ["mara", " MARA "])
def test_with_name_and_password_she_is_in(anybody: Clerk, name: str) -> None:
    page = anybody.sign_in(name)

    assert page.url.endswith("/console/screens")
    assert "window-1" in page.text


def test_the_cookie_is_out_of_reach_and_its_token_is_not_kept(anybody: Clerk) -> None:
    page = anybody.sign_in("mara")
    cookie = page.history[0].headers["Set-Cookie"]

    assert [mark for mark in ("HttpOnly", "SameSite=lax", "Path=/console") if mark not in cookie] == []
    assert "Secure" not in cookie
    with anybody.running.hub.database.read() as session:
        assert session.get(SignIn, anybody.browser.cookies["vitrine_console"]) is None


def test_behind_tls_the_cookie_never_travels_bare(running: RunningHub) -> None:
    settings = replace(running.hub.settings, public_url="https://hub.shop.example")
    running.server.serve(replace(running.hub, settings=settings))
    with Clerk(running) as clerk:
        fields = {"name": "mara", "password": PASSWORD}
        answer = clerk.open("/console/sign-in")

        assert "Secure" in answer.headers["Set-Cookie"]
        assert clerk.send("/console/sign-in", fields).status_code == 403


@pytest.mark.parametrize(
    "fields", [{"name": "mara", "password": "falsch"}, {"name": "nobody", "password": PASSWORD}, {}]
)
def test_a_wrong_name_and_a_wrong_password_sound_the_same(anybody: Clerk, fields: dict[str, str]) -> None:
    page = anybody.fill_in("/console/sign-in", {"name": "", "password": "", **fields})

    assert (page.status_code, WRONG in page.text) == (401, True)
    assert "falsch" not in page.text


def test_after_five_failures_she_waits_and_a_stranger_elsewhere_locks_nobody_out(anybody: Clerk) -> None:
    pages = [anybody.sign_in("mara", f"falsch {number}") for number in range(6)]

    assert [page.status_code for page in pages] == [401] * 5 + [429]
    assert anybody.sign_in("mara").status_code == 429
    assert anybody.sign_in("nils").url.endswith("/console/screens")
    with Clerk(anybody.running) as elsewhere:
        elsewhere.browser.headers["X-Forwarded-For"] = "192.0.2.7"
        assert elsewhere.sign_in("mara").url.endswith("/console/screens")
    anybody.running.dial.turn(timedelta(seconds=30))
    anybody.browser.cookies.clear()
    assert anybody.sign_in("mara").url.endswith("/console/screens")


def test_who_gets_it_right_has_nothing_counted_against_her(anybody: Clerk) -> None:
    for _ in range(8):
        anybody.browser.cookies.clear()
        assert anybody.sign_in("mara").status_code == 200


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/console/offers", "/console/offers"),
        ("https://evil.example/console/", "/console/screens"),
        ("//evil.example", "/console/screens"),
        ("/console/\r\nX: y", "/console/screens"),
        ("/v1/catalogue", "/console/screens"),
    ],
)
def test_she_is_led_where_she_wanted_but_never_out_of_the_console(anybody: Clerk, wanted: str, led: str) -> None:
    page = anybody.fill_in("/console/sign-in", {"name": "mara", "password": PASSWORD, "next": wanted})

    assert page.url == anybody.running.url + led


def test_signing_out_ends_it_for_a_copied_cookie_too(mara: Clerk) -> None:
    copied = mara.browser.cookies.copy()
    page = mara.fill_in("/console/screens", {}, "/console/sign-out")
    mara.browser.cookies = copied

    assert "Willkommen" in page.text
    assert "/console/sign-in" in mara.open("/console/screens").url


def test_who_signs_in_again_gets_another_cookie_and_the_one_before_opens_nothing(mara: Clerk) -> None:
    before = mara.browser.cookies.copy()
    mara.sign_in("mara")
    after, mara.browser.cookies = mara.browser.cookies, before

    assert after["vitrine_console"] != before["vitrine_console"]
    assert "/console/sign-in" in mara.open("/console/screens").url
