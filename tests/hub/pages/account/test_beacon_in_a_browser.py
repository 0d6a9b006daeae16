"""A beacon's pages in a real Chromium: as a phone shows them that scanned one, and that sets one up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.domain.credentials.printed_beacon import make_printed_beacon
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.pages.visitor.signed_in import COOKIE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.hub.accounts import STORE_KEY
from tests.hub.joined import add_joined
from tests.hub.running import RunningHub


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub of a store that knows beacons, and a member who allows to be recognised."""
    with hub.database.write() as session:
        member = add_joined(hub, session)
        allow(hub, session, member, PROXIMITY)
        begin_member_sign_in(session, digest("token"), member.key, hub.now())
    return replace(hub, settings=replace(hub.settings, store_key=STORE_KEY))


@pytest.fixture(params=[360, 1440])
def page(request: pytest.FixtureRequest, running: RunningHub, chromium: Browser) -> Iterator[Page]:
    """Her phone's, or her computer's."""
    with chromium.new_context(base_url=running.url, locale="de-DE") as context:
        context.set_default_timeout(DEADLINE_MS)
        context.add_cookies([{"name": COOKIE, "value": "token", "url": running.url}])
        page = context.new_page()
        page.set_viewport_size({"width": request.param, "height": 800})
        yield page


def _find_faults(page: Page) -> tuple[list[str], bool]:
    return list_violations(page), sticks_out(page)


def test_a_scanned_beacon_becomes_hers_by_one_press(page: Page) -> None:
    page.goto(f"/account/beacon/code/{make_printed_beacon(STORE_KEY, 'fob').code}")
    assert _find_faults(page) == ([], False)

    page.get_by_role("button", name="In mein Konto").click()
    page.get_by_text("Gilt bis 21. Mai 2027").wait_for()


def test_an_id_that_was_made_is_told_as_text_and_as_a_code(page: Page) -> None:
    page.goto("/account")
    page.get_by_role("button", name="Kennung anlegen").click()
    page.get_by_text("UUID").wait_for()

    assert page.get_by_role("img", name="Für ein zweites Gerät").is_visible()
    assert _find_faults(page) == ([], False)
