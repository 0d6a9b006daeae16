"""From a stranger's first tap to the last trace of a member: one life with the store, on real parts throughout."""

import subprocess
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kiosk.hub.wallet.apple.try_signer import TRY_AUTHORITY, make_try_signer
from kiosk.hub.wallet.doctor.examination import examine_pass
from kiosk.shop.broker import RunningBroker
from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub, start_hub
from tests.doubles.bystander import Bystander
from tests.doubles.chromium import DEADLINE_MS
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask, read_claim
from tests.doubles.mail_server import Inbox
from tests.doubles.running_screen import KIOSK, RunningScreen, Said
from tests.doubles.traces import find_traces, read_folder
from tests.hub.wallet.key_files import write_key_files
from tests.stories.conftest import Fitter
from tests.stories.her_phone import HerPhone
from tests.stories.test_who_takes_her_consent_back_is_a_stranger_again import list_known

ADDRESS = "mara.lind@example.com"
ANY_CARD, OWN_CARD = bytes.fromhex("04c1d2e3f4a5b0"), bytes.fromhex("04c1d2e3f4a5b1")
QUESTION, ANSWER = "Gibt es ihn auch in Blau?", "Ja, morgen liegt einer für Sie bereit."
PASSWORD = "ein langes Passwort"  # noqa: S105 # of somebody who works nowhere


@dataclass(frozen=True)
class Shop:
    """The screen in the shop, with its reader and its gateway."""

    folder: Path
    zone: str
    screen: RunningScreen
    gateway: Bystander
    reader: PretendReaderField

    def tap(self, card: bytes) -> Said:
        """Keep what is shown, with a card that was not held there just before: that would be the same tap."""
        self.screen.expect_loop(2)
        tap = self.screen.tap(self.reader, make_sticker(card))
        assert tap["outcome"] == "saved"
        return tap

    def walk_up_and_tap(self, beacon: str, card: bytes) -> Said:
        """Keep what is offered to whom this beacon belongs."""
        self.screen.expect_loop(2)
        shown = self.screen.await_heard(lambda: walk_up(self.gateway, beacon, self.zone), self.screen.mark())
        tap = self.screen.tap(self.reader, make_sticker(card))
        assert (tap["outcome"], tap["offer"]) == ("saved", shown["offer"])
        return tap

    def walk_by(self, beacon: str) -> set[str]:
        """What brought on the glass what it shows after that."""
        since = self.screen.mark()
        walk_up(self.gateway, beacon, self.zone)
        self.screen.expect_loop(2)
        return {said["reason"] for _, said in self.screen.heard.read()[since:] if "reason" in said}

    def await_kept(self, tap: Said) -> str:
        """Until the hub has what was kept; the path of its page."""
        wait_until(lambda: tap["bookmark"] in ask(self.folder, "SELECT id FROM bookmarks"))
        return f"/c/{read_claim(self.folder, tap['bookmark'])}"

    def knows(self, pseudonyms: set[str]) -> bool:
        """Whether the screen would recognise any of them."""
        return not pseudonyms.isdisjoint(list_known(self.screen.state))


@pytest.fixture
def hub(hub_folder: Path, broker: RunningBroker, post: tuple[str, ...], tmp_path: Path) -> Generator[RunningHub]:
    """The real hub with its mails, its wallet and its beacons."""
    signer = write_key_files(tmp_path, make_try_signer(datetime.now(UTC)))
    options = ("--apple-pass-cert-file", "--apple-pass-key-file", "--apple-pass-wwdr-file")
    wallet = (word for option, file in zip(options, signer, strict=True) for word in (option, str(file)))
    beacons = ("--store-key-file", str(hub_folder / "store.key"))
    hub = start_hub(hub_folder, broker.url, options=(*post, *wallet, *beacons))
    yield hub
    hub.program.stop()


@pytest.fixture
def shop(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], gateway: Bystander, reader: PretendReaderField
) -> Shop:
    """Open, with its screen playing the loop."""
    screen = fitter.make(hub_settings)
    screen.open()
    return Shop(fitter.folder, hub.shop.zones[0], screen, gateway, reader)


@pytest.fixture
def phone(chromium: Browser, hub: RunningHub, inbox: Inbox) -> HerPhone:
    return HerPhone(open_page(chromium, hub, 390, 844), inbox)


@pytest.fixture
def tablet(chromium: Browser, hub: RunningHub, tmp_path: Path) -> Page:
    """The tablet of one of the staff, who has signed in."""
    database = f"sqlite:///{tmp_path / 'hub' / 'hub.db'}"
    add = (*KIOSK, "hub", "person", "add", "sam", "--role", "staff", "--database", database)
    subprocess.run(add, input=PASSWORD.encode(), check=True, capture_output=True)  # noqa: S603 # our own program
    page = open_page(chromium, hub, 1280, 800)
    page.goto("/console/tablet")
    page.get_by_label("Name").fill("sam")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1, name="Beratung")).to_be_visible()
    return page


def open_page(chromium: Browser, hub: RunningHub, width: int, height: int) -> Page:
    """A window that knows nothing of the others."""
    size = {"width": width, "height": height}
    page = chromium.new_context(base_url=hub.url, locale="de-DE", viewport=size).new_page()  # type: ignore[arg-type] # a dictionary is one
    page.set_default_timeout(DEADLINE_MS)
    return page


def list_faults(coupon: Path) -> list[str]:
    """Why no phone would install it."""
    return [finding.text for finding in examine_pass(coupon.read_bytes(), datetime.now(UTC)) if finding.is_fatal]


def test_a_life_with_the_store_leaves_nothing_once_it_is_over(shop: Shop, phone: HerPhone, tablet: Page) -> None:
    phone.open_kept(shop.await_kept(shop.tap(ANY_CARD)))
    phone.join(ADDRESS)
    phone.switch_all(on=True)
    phone.begin_card()
    assert len({shop.await_kept(shop.tap(OWN_CARD)) for _ in range(2)}) == 2
    phone.end_card()
    beacon = phone.issue_beacon()
    pseudonyms = set(map(str, ask(shop.folder, "SELECT member_key FROM accounts")))
    wait_until(lambda: shop.knows(pseudonyms))

    kept = shop.await_kept(shop.walk_up_and_tap(f"iBeacon:{beacon}", OWN_CARD))
    phone.open_kept(kept)
    phone.ask(QUESTION)
    assert [TRY_AUTHORITY in fault or "for trying" in fault for fault in list_faults(phone.take_coupon())] == [True]

    tablet.get_by_label("Code vom Handy").fill(phone.show_code())
    tablet.get_by_role("button", name="Um Einblick bitten").click()
    phone.allow()
    tablet.get_by_role("link", name="Gespräch").click()
    expect(tablet.get_by_text(QUESTION)).to_be_visible()
    tab = phone.open_tab()
    tab.page.goto(kept)
    tablet.get_by_label("Ihre Antwort").fill(ANSWER)
    tablet.get_by_role("button", name="Antworten").click()
    expect(tab.page.get_by_text(ANSWER)).to_be_visible()
    wait_until(lambda: ANSWER in ask(shop.folder, "SELECT text FROM messages WHERE read_at IS NOT NULL"))

    tab.switch_all(on=False)
    wait_until(lambda: not shop.knows(pseudonyms))
    assert shop.walk_by(f"iBeacon:{beacon}") == {"loop"}

    tab.erase()
    shop.screen.end()
    ids = {ADDRESS, QUESTION, ANSWER, OWN_CARD.hex(), beacon}
    assert find_traces(ids, read_folder(shop.folder / "hub")) == []
    assert find_traces(ids | pseudonyms, read_folder(shop.screen.state)) == []
    # By it the hub tells a screen that was away whom it has to forget; nothing else of hers is left.
    assert set(ask(shop.folder, "SELECT key FROM gone_members")) == pseudonyms
    assert pseudonyms.isdisjoint(ask(shop.folder, "SELECT key FROM members"))
