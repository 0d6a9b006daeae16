"""From a link in a mail to what managers read of it: by the phone, the screen and the till, all of them real."""

import subprocess
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.attribution.telling import tell_months
from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from kiosk.hub.sample.shop import STORE, TILL
from kiosk.hub.settings import HubSettings
from kiosk.shop.broker import RunningBroker
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.chromium import DEADLINE_MS
from tests.doubles.hub_database import ask
from tests.doubles.running_screen import KIOSK
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.clerk import PASSWORD
from tests.stories.her_phone import HerPhone
from tests.stories.shop import OWN_CARD, Shop

_LATER = timedelta(days=45)
"""By then any month is told."""
_OTHERS = 4
"""With her they are as few as may be told of."""


@pytest.fixture
def hub(hub_folder: Path, broker: RunningBroker, post: tuple[str, ...]) -> Generator[RunningHub]:
    """The real hub with its mails."""
    hub = open_hub(hub_folder, broker.url, options=post)
    yield hub
    hub.program.stop()


@dataclass(frozen=True)
class Office:
    """Behind the shop: the hub's own machine, its till, and a window for the manager."""

    hub: RunningHub
    folder: Path
    beside: Hub
    chromium: Browser

    def type(self, *words: str, given: str = "") -> str:
        """What the hub's own command says."""
        command = (*KIOSK, "hub", *words, "--database", f"sqlite:///{self.folder / 'hub.db'}")
        return subprocess.run(command, input=given.encode(), check=True, capture_output=True).stdout.decode()  # noqa: S603 # our own program

    def sell(self, bookmark: str, at: datetime) -> None:
        """She shows at the till what she kept, and buys it."""
        token = (self.folder / TILL_TOKEN_FILE).read_text()
        bill = {"id": "hers", "bought_at": at.isoformat(), "total": "22.90", "currency": "EUR", "bookmark": bookmark}
        answer = requests.post(
            f"{self.hub.url}/v1/receipts",
            json={**bill, "lines": [{"amount": "22.90"}]},
            headers={"Authorization": f"Bearer {token}"},
            timeout=DEADLINE_MS / 1000,
        )
        assert (answer.status_code, answer.json()["member"]) == (201, "known")

    def bring_others(self, code: str, at: datetime) -> None:
        """Others came by the same mail, and bought in the same moment."""
        then = replace(self.beside, now=lambda: at - timedelta(hours=1))
        with then.database.write() as session:
            for number in range(_OTHERS):
                member = join_member(then, session, Joining(STORE, "de", consents=(PERSONAL_OFFERS,)), bytes(32))
                note_touch(then, session, member.key, code)
                receipt = Receipt(
                    store_id=STORE,
                    till_id=TILL,
                    id=f"others-{number}",
                    fingerprint="f",
                    bought_at=at,
                    total=Decimal("10.00"),
                    currency="EUR",
                    lines=[],
                    was_known=True,
                    member_key=member.key,
                )
                session.add(receipt)

    def read_report(self, at: datetime) -> Page:
        """The report of that month, as the manager has it before her."""
        page = open_page(self.chromium, self.hub, viewport={"width": 1280, "height": 900})
        sign_in(page)
        expect(page.get_by_role("link", name="Zahlen", exact=True)).to_be_visible()
        page.goto(f"/console/reports/journeys?month={at:%Y-%m}-01")
        return page


@pytest.fixture
def office(hub: RunningHub, hub_folder: Path, chromium: Browser) -> Generator[Office]:
    """With the manager's account."""
    database = open_database(f"sqlite:///{hub_folder / 'hub.db'}")
    office = Office(hub, hub_folder, Hub(HubSettings(), database, lambda: datetime.now(UTC) + _LATER), chromium)
    office.type("person", "add", "mara", "--role", "manager", given=PASSWORD)
    yield office
    database.close()


def test_who_came_by_a_mail_tapped_and_bought_is_one_journey_of_the_report(
    shop: Shop, phone: HerPhone, office: Office
) -> None:
    code = office.type("campaign", "add", "Novembermail", "--channel", "mail").partition(":")[0]
    phone.page.goto(f"/k/{code}")
    phone.join("mara.lind@example.com")
    phone.switch_all(on=True)

    tap = shop.tap(OWN_CARD)
    phone.open_kept(shop.await_kept(tap))
    phone.page.get_by_role("button", name="In mein Konto").click()
    expect(phone.page.get_by_role("heading", name="Ihr Konto")).to_be_visible()
    at = datetime.now(UTC)
    office.sell(str(tap["bookmark"]), at)
    assert ask(shop.folder, "SELECT campaign_code FROM touches") == [code]

    office.bring_others(code, at)
    tell_months(office.beside)
    page = office.read_report(at)
    expect(page.get_by_role("row", name="Novembermail")).to_contain_text("63\N{NO-BREAK SPACE}€")
    page.locator(".figures-of summary").click()
    expect(page.get_by_role("row", name="E-Mail Im Laden Kasse 5")).to_be_visible()
    assert "mara.lind" not in page.content()
