"""Whose request each route carries out, and whose it refuses: a route that is missing in the tables fails."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.rate_limiter import Pace, RateLimiter
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.accounts import Pigeonhole
from tests.hub.console.few_themes import FewThemes
from tests.hub.running import RunningHub
from tests.hub.security.asking import ask
from tests.hub.security.route import list_routes
from tests.hub.security.table import Row, read_table
from tests.hub.security.village import Village, found_village

API, PAGES, CONSOLE = (read_table(name) for name in ("api", "pages", "console"))
_FORMS = [("owner" if route in PAGES else "manager", route) for route in (*PAGES, *CONSOLE) if route.startswith("POST")]
_WITH_CAMERA = {
    "GET /basket/{store_id}",
    "GET /console/tablet",
    "GET /console/tablet/gate",
    "GET /console/tablet/live",
    "GET /console/tablet/pickups",
    "GET /console/tablet/pickups/live",
}
_HERS = ("member_key", "conversation_id", "address")


@pytest.fixture
def hub(hub: Hub) -> Hub:
    settings = replace(hub.settings, charge_on_leaving=Money(Decimal(150), "EUR"))
    phones = RateLimiter(Pace(1000, 1))  # one address asks for all that everybody asks for
    shop = replace(hub, settings=settings, themes=FewThemes(), post=Pigeonhole(), provider=MoodyProvider())
    return replace(shop, phones=phones)


@pytest.fixture
def village(running: RunningHub) -> Village:
    return found_village(running.hub)


def test_the_tables_name_every_route_and_none_besides(running: RunningHub) -> None:
    assert list_routes(running.server.app) == {*API, *PAGES, *CONSOLE}


@pytest.mark.parametrize("table", [API, PAGES, CONSOLE], ids=["api", "pages", "console"])
def test_each_route_answers_each_asker_as_its_table_says(
    running: RunningHub, village: Village, table: dict[str, Row]
) -> None:
    askers = dict.fromkeys(who for row in table.values() for who in row)
    told = {
        (who, route): ask(running, village, who, route).status_code
        for who in askers
        for route in table
        if who in table[route]
    }

    assert {(who, route): status for (who, route), status in told.items() if status != table[route][who]} == {}


@pytest.mark.parametrize(
    ("who", "table"), [("nobody", PAGES), ("stranger", PAGES), ("manager2", CONSOLE)], ids=lambda one: str(one)[:9]
)
def test_a_stranger_reads_nothing_of_what_is_anothers(
    running: RunningHub, village: Village, who: str, table: dict[str, Row]
) -> None:
    hers = [village.things[name] for name in _HERS]
    pages = {route: ask(running, village, who, route).text for route in table if who in table[route]}

    assert [route for route, text in pages.items() if any(secret in text for secret in hers)] == []


@pytest.mark.parametrize(
    "forgery",
    [
        {"form_token": "0" * 64},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
    ids="-".join,
)
def test_no_form_that_another_page_sent_is_carried_out(
    running: RunningHub, village: Village, forgery: dict[str, str]
) -> None:
    told = {route: ask(running, village, who, route, **forgery).status_code for who, route in _FORMS}

    assert {route: status for route, status in told.items() if status != 403} == {}


@pytest.mark.parametrize(("who", "table"), [("owner", PAGES), ("manager", CONSOLE)], ids=["pages", "console"])
def test_every_page_is_kept_by_nobody_and_runs_only_what_is_the_hubs(
    running: RunningHub, village: Village, who: str, table: dict[str, Row]
) -> None:
    routes = [route for route, row in table.items() if route.startswith("GET") and row.get(who) == 200]
    answers = {route: ask(running, village, who, route) for route in routes}
    pages = {route: one.headers for route, one in answers.items() if "text/html" in one.headers["Content-Type"]}

    assert len(pages) > 8
    for route, headers in pages.items():
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, route
        assert "frame-ancestors 'none'" in policy, route
        assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", ""), route
        assert ("wasm" in policy) is (route in _WITH_CAMERA), route
        assert headers["Cache-Control"] == "no-store", route
        assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}, route


def test_no_answer_lets_a_browser_guess_what_it_is_or_keep_it_unasked(running: RunningHub, village: Village) -> None:
    asked = [(who, route) for table in (API, PAGES, CONSOLE) for route in table for who in list(table[route])[:1]]
    answers = {one: ask(running, village, *one).headers for one in asked}

    assert [one for one, headers in answers.items() if headers["X-Content-Type-Options"] != "nosniff"] == []
    assert [one for one, headers in answers.items() if "Cache-Control" not in headers and "ETag" not in headers] == []
    assert [one for one, headers in answers.items() if "Content-Security-Policy" not in headers] == [
        ("nobody", "GET /c/worker.js")
    ]


def test_every_answer_says_what_it_is_and_no_other_site_reads_it(running: RunningHub, village: Village) -> None:
    asked = [(who, route) for table in (API, PAGES, CONSOLE) for route in table for who in list(table[route])[-1:]]
    answers = {one: ask(running, village, *one, Origin="https://evil.example") for one in asked}
    kinds = {one: answer.headers.get("Content-Type", "") for one, answer in answers.items() if answer.content}

    assert [one for one, kind in kinds.items() if not kind] == []
    assert [one for one, kind in kinds.items() if kind.startswith("text/") and "charset=utf-8" not in kind] == []
    assert [one for one, answer in answers.items() if "Access-Control-Allow-Origin" in answer.headers] == []
