import re

import pytest
import requests
from fastapi.routing import APIRoute

from kiosk.hub.console.app import ROOMS
from kiosk.hub.console.permissions import PERMISSIONS, may
from tests.hub.console.clerk import Clerk

_OPEN = {("GET", "/console/sign-in"), ("POST", "/console/sign-in")}
_ROUTES = sorted(
    (method, route.path)
    for room in ROOMS
    for route in room.router.routes
    if isinstance(route, APIRoute)
    for method in route.methods or ()
)


def _ask(clerk: Clerk, method: str, route: str) -> requests.Response:
    path = re.sub(r"{\w+}", "o-mug" if "offers" in route else "window-1", route)
    url = clerk.running.url + path
    return clerk.browser.request(method, url, allow_redirects=False, timeout=20)


def test_the_table_names_every_route_and_none_besides() -> None:
    assert set(_ROUTES) == set(PERMISSIONS) | _OPEN


def test_a_route_that_is_missing_is_open_to_nobody() -> None:
    assert not may("manager", "GET", "/console/treasure")
    assert not may("owner", "GET", "/console/offers")


def test_nobody_gets_in_without_signing_in(anybody: Clerk) -> None:
    answers = {asked: _ask(anybody, *asked) for asked in sorted(PERMISSIONS)}

    expected = {(method, route): 303 if method == "GET" else 401 for method, route in PERMISSIONS}
    assert {asked: answer.status_code for asked, answer in answers.items()} == expected
    assert [asked for asked, answer in answers.items() if "Steinzeugbecher" in answer.text] == []


@pytest.mark.parametrize(("name", "role"), [("mara", "manager"), ("sam", "staff")])
def test_each_role_may_do_what_the_table_says(request: pytest.FixtureRequest, name: str, role: str) -> None:
    clerk: Clerk = request.getfixturevalue(name)
    answers = {asked: _ask(clerk, *asked) for asked in sorted(PERMISSIONS)}

    # A form without its token is refused to everybody: but who may not send it hears that first.
    refused = {asked for asked, answer in answers.items() if "Das darf nur die Leitung" in answer.text}
    assert refused == {asked for asked in PERMISSIONS if not may(role, *asked)}
    forbidden = {asked for asked, answer in answers.items() if answer.status_code == 403}
    assert forbidden == refused | {asked for asked in PERMISSIONS if asked[0] == "POST"}


@pytest.mark.parametrize(("method", "route"), sorted(key for key in PERMISSIONS if "{offer_id}" in key[1]))
def test_another_stores_offer_is_not_there(otto: Clerk, method: str, route: str) -> None:
    path = route.format(offer_id="o-mug")
    answer = otto.open(path) if method == "GET" else otto.fill_in("/console/offers/new", {"intent": "save"}, path)

    assert answer.status_code == 404
    assert "Steinzeugbecher" not in answer.text


def test_another_stores_screen_is_not_there(otto: Clerk) -> None:
    answer = otto.fill_in("/console/screens", {}, "/console/screens/window-1/revoke")

    assert answer.status_code == 404
