from datetime import timedelta

import pytest

from kiosk.hub.models.people.sign_in import LIFETIME, MOST_IDLE
from kiosk.hub.rate_limiter import DEEDS
from tests.hub.console.clerk import Clerk, read_fields

_MINUTE = timedelta(minutes=1)


def test_who_goes_on_working_stays_in_and_who_idles_does_not(mara: Clerk) -> None:
    for _ in range(3):
        mara.running.dial.turn(MOST_IDLE - _MINUTE)
        assert "Abmelden" in mara.open("/console/offers").text
    mara.running.dial.turn(MOST_IDLE)

    assert mara.open("/console/offers").url.endswith("/console/sign-in?next=/console/offers")


def test_after_half_a_day_she_signs_in_again(mara: Clerk) -> None:
    for _ in range(LIFETIME // (MOST_IDLE - _MINUTE) + 1):
        mara.running.dial.turn(MOST_IDLE - _MINUTE)
        mara.open("/console/offers")

    assert "/console/sign-in" in mara.open("/console/offers").url


def test_a_page_that_asks_by_itself_keeps_nobody_signed_in(mara: Clerk) -> None:
    mara.running.dial.turn(MOST_IDLE - _MINUTE)
    assert mara.open("/console/screens/live").status_code == 200
    mara.running.dial.turn(_MINUTE)

    answer = mara.open("/console/screens/live", **{"HX-Request": "true"})

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/console/sign-in")


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_a_form_with_a_token_that_was_made_up_changes_nothing(mara: Clerk, token: str) -> None:
    answer = mara.fill_in("/console/offers/o-mug", {"form_token": token, "title_de": "Fremd", "intent": "save"})

    assert answer.status_code == 403
    assert "Das Formular gilt nicht mehr" in answer.text
    assert "Fremd" not in mara.open("/console/offers").text


def test_a_form_from_elsewhere_changes_nothing(mara: Clerk) -> None:
    fields = {**read_fields(mara.open("/console/offers/o-mug")), "title_de": "Fremd", "intent": "save"}

    answer = mara.send("/console/offers/o-mug", fields, headers={"Origin": "https://evil.example"})

    assert answer.status_code == 403


def test_a_colleagues_token_is_not_hers(mara: Clerk, nils: Clerk) -> None:
    stolen = read_fields(nils.open("/console/offers/new"))["form_token"]

    answer = mara.fill_in("/console/offers/o-mug", {"form_token": stolen, "intent": "save"})

    assert answer.status_code == 403


def test_a_cookie_that_was_made_up_is_nobodys(anybody: Clerk) -> None:
    page = anybody.open("/console/offers", Cookie=f"vitrine_console={'x' * 43}")

    assert "/console/sign-in" in page.url


@pytest.mark.parametrize("path", ["/console/sign-in", "/console/screens", "/console/offers/o-mug", "/console/nowhere"])
def test_every_page_keeps_to_itself(mara: Clerk, path: str) -> None:
    headers = mara.open(path).headers

    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_who_sends_more_than_anybody_types_waits_a_moment(mara: Clerk) -> None:
    hub = mara.running.hub
    for _ in range(DEEDS.most):
        hub.deeds.enter("w_mara", hub.now())
    page = mara.fill_in("/console/offers/o-mug", {"title_de": "Eilig"})

    assert (page.status_code, "Das war sehr schnell" in page.text) == (429, True)
    mara.running.dial.turn(_MINUTE)
    assert mara.fill_in("/console/offers/o-mug", {"title_de": "Eilig"}).status_code == 200
