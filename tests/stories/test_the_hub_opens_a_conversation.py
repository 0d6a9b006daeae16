"""The main job with the hub that comes in the box, up to the page on the shopper's phone and her first answer."""

import re

import requests

from kiosk.hub.domain.credentials.sun import derive_file_key, derive_meta_key
from kiosk.shop.card import make_sun_card
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask, read_claim
from tests.doubles.sun_tag import SunTag
from tests.stories.conftest import Fitter

DEADLINE_S = 10
UID, OTHER_UID = bytes.fromhex("04de5f1eacc040"), bytes.fromhex("04de5f1eacc041")
QUESTION = "Gibt es ihn auch in Blau?"


def test_a_tap_opens_a_page_on_the_phone_that_takes_an_answer(
    fitter: Fitter,
    hub: RunningHub,
    hub_settings: dict[str, object],
    gateway: Bystander,
    reader: PretendReaderField,
) -> None:
    screen = fitter.make(hub_settings)
    screen.open()
    anna = hub.shop.members[0]

    # Before the screen has the hub's members nobody is recognised.
    wait_until((screen.state / "shoppers.json").exists)
    shown = screen.await_heard(lambda: walk_up(gateway, anna.beacon, hub.shop.zones[0]))
    tap = screen.tap(reader, make_card(anna.card))
    wait_until(lambda: ask(fitter.folder, "SELECT id FROM bookmarks") == [tap["bookmark"]])
    phone = requests.Session()
    page = phone.get(f"{hub.url}/c/{read_claim(fitter.folder, tap['bookmark'])}", timeout=DEADLINE_S)
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    answered = phone.post(page.url, data={**form, "text": QUESTION}, timeout=DEADLINE_S)

    assert (tap["outcome"], tap["offer"]) == ("saved", shown["offer"])
    assert ask(fitter.folder, "SELECT stamps FROM bookmarks") == [1], "what the glass is told"
    assert "Steinzeugbecher" in page.text
    assert QUESTION not in page.text
    assert QUESTION in answered.text


def test_a_tag_that_signs_its_taps_is_the_same_member_at_each_of_them_and_cannot_be_copied(
    fitter: Fitter, hub_settings: dict[str, object], reader: PretendReaderField
) -> None:
    (master,) = (bytes.fromhex(str(key)) for key in ask(fitter.folder, "SELECT key FROM sun_keys"))
    tag = SunTag(UID, derive_meta_key(master), derive_file_key(master, UID))
    screen = fitter.make(hub_settings)
    screen.open()

    addresses = [f"https://shop.example/t?{tag.tap()}" for _ in range(2)]
    cards = [make_sun_card(UID, address) for address in addresses]
    copy = make_sun_card(OTHER_UID, addresses[1])
    # The same tag at once would be the same tap, another one is not.
    for card, items in zip((*cards, copy), (2, 1, 0), strict=True):
        assert screen.tap(reader, card)["outcome"] == "saved"
        screen.expect_loop(items)
    screen.await_said("status", lambda said: bool(said["outbox"] == {"waiting": 0, "dead": 1}))

    assert len(ask(fitter.folder, "SELECT id FROM bookmarks")) == 2
    assert len(set(ask(fitter.folder, "SELECT member_key FROM bookmarks"))) == 1
    assert [letter["dead_code"] for letter in screen.list_outbox()] == ["sun_replayed"]
