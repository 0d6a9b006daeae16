"""From a stranger's first tap to the last trace of a member: one life with the store, on real parts throughout."""

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kiosk.hub.wallet.apple.try_signer import TRY_AUTHORITY, make_try_signer
from kiosk.hub.wallet.doctor.examination import examine_pass
from kiosk.shop.broker import RunningBroker
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.deadline import wait_until
from tests.doubles.hub_database import ask
from tests.doubles.traces import find_traces, read_folder
from tests.hub.wallet.key_files import write_key_files
from tests.stories.her_phone import HerPhone
from tests.stories.shop import ADDRESS, ANY_CARD, OWN_CARD, Shop

QUESTION, ANSWER = "Gibt es ihn auch in Blau?", "Ja, morgen liegt einer für Sie bereit."


@pytest.fixture
def hub(hub_folder: Path, broker: RunningBroker, post: tuple[str, ...], tmp_path: Path) -> Generator[RunningHub]:
    """The real hub with its mails, its wallet and its beacons."""
    signer = write_key_files(tmp_path, make_try_signer(datetime.now(UTC)))
    options = ("--apple-pass-cert-file", "--apple-pass-key-file", "--apple-pass-wwdr-file")
    wallet = (word for option, file in zip(options, signer, strict=True) for word in (option, str(file)))
    beacons = ("--store-key-file", str(hub_folder / "store.key"))
    hub = open_hub(hub_folder, broker.url, options=(*post, *wallet, *beacons))
    yield hub
    hub.program.stop()


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
