"""Promise 4 of the house: at the most talkative log level, no raw id is in any log, file, topic or request."""

import sys
from pathlib import Path

import pytest

from kiosk.shop.card import make_bank_card, make_phone, make_sticker, make_sun_card
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import name_device_topic, walk_up
from tests.doubles.foreign_shop import BEACON, hash_foreign, hash_proximity
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import STORE, RunningScreen
from tests.doubles.traces import find_traces, read_folder
from tests.stories.conftest import Fitter

_LOUD = "import logging; logging.basicConfig(level=logging.DEBUG); from kiosk.__main__ import main; main()"
TALKATIVE = (sys.executable, "-c", _LOUD)

MAC_OF_MEMBER = "d4f0b37c9a1e"
STRANGERS = {
    "apple:1005:9-26": "7c9a1d4f0b31",
    "iBeacon:e5ca1ade-f007-ba11-0000-000000000000-35-1": "7c9a1d4f0b32",
    "7C:9A:1D:4F:0B:33": "7c9a1d4f0b33",
    "irk:c0ffee00c0ffee00c0ffee00c0ffee01": "7c9a1d4f0b34",
    "name:galaxy-watch-of-bea": "7c9a1d4f0b35",
    "garmin:fenix_7_carl": "7c9a1d4f0b36",
    "md:0583:24b": "7c9a1d4f0b37",
    "itag:60c0bf1f2e3d": "7c9a1d4f0b38",
    "tile:9f86d081884c7d65": "7c9a1d4f0b39",
    "phone:dora's pixel": "7c9a1d4f0b3a",
}

MEMBER_URI = "urn:vitrine:member:anna-4711"
SUN_URL = "https://tag.example/?picc_data=FD91EC264309878BE6345CBE53BADF40&cmac=ECC1E7F6C6C73BF6"
MEMBER_UID, SUN_UID, BANK_UID, PHONE_UID = "04a1b2c3d4e5f6", "04b1b2c3d4e5f7", "c0ffee01", "08c0ffee"
CARDS = (
    make_sticker(bytes.fromhex(MEMBER_UID), MEMBER_URI),
    make_sun_card(bytes.fromhex(SUN_UID), SUN_URL),
    make_bank_card(bytes.fromhex(BANK_UID)),
    make_phone(bytes.fromhex(PHONE_UID)),
)
HASHES = tuple(hash_proximity(device) for device in STRANGERS)
SECRETS = (
    *(BEACON, MAC_OF_MEMBER, MEMBER_URI, MEMBER_UID, SUN_UID, BANK_UID, PHONE_UID, SUN_URL),
    *(*STRANGERS, *STRANGERS.values(), *HASHES),
)


def play_a_busy_hour(screen: RunningScreen, gateway: Bystander, reader: PretendReaderField) -> None:
    """Strangers pass, some with messages that nobody can read; a member comes; all kinds of cards are tapped."""
    for device, mac in STRANGERS.items():
        walk_up(gateway, device, mac=mac)
        gateway.say(name_device_topic(device), f"garbage of {device}".encode())
    screen.await_heard(lambda: walk_up(gateway, BEACON, mac=MAC_OF_MEMBER))
    gateway.say(name_device_topic(BEACON), f"garbage of {BEACON}".encode())
    for card in CARDS:
        screen.tap(reader, card)
        screen.expect_loop(2)


def list_said(everything: Bystander) -> dict[str, bytes]:
    """All that the screen said on any topic."""
    said = [(topic, payload) for topic, payload in everything.heard.read() if topic.startswith("kiosk/")]
    return {f"message {number} on {topic}": topic.encode() + payload for number, (topic, payload) in enumerate(said)}


def list_asked(server: LoyaltyServer) -> dict[str, bytes]:
    """All that it asked the loyalty system."""
    return {
        f"request {number}": f"{hit.method} {hit.path} {hit.query} {hit.headers}\n".encode() + hit.body
        for number, hit in enumerate(server.hits)
    }


def test_no_raw_id_is_in_any_log_file_topic_or_request(
    fitter: Fitter, server: LoyaltyServer, gateway: Bystander, reader: PretendReaderField
) -> None:
    screen = fitter.make(command=TALKATIVE)
    screen.open()
    server.fail_next(Fault(500))
    play_a_busy_hour(screen, gateway, reader)
    server.wait_for(lambda: len(server.bookmarks) == 2)
    while_open = read_folder(screen.state)
    screen.end()
    places = {**while_open, **read_folder(screen.state), "log": screen.log.encode()}
    places |= list_said(gateway) | list_asked(server)

    assert find_traces(SECRETS, places) == []
    # Something that may be there is found in each kind of place: the search does look at all of them.
    found = {place.split()[0] for place, _ in find_traces([hash_foreign("ndef", MEMBER_URI), STORE, "DEBUG"], places)}
    assert found >= {
        "log",
        "message",
        "request",
        str(screen.state / "outbox.db-wal"),
        str(screen.state / "shoppers.json"),
    }


def test_no_raw_id_is_in_the_hubs_files_either(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], gateway: Bystander, reader: PretendReaderField
) -> None:
    screen = fitter.make(hub_settings, TALKATIVE)
    screen.open()
    for device, mac in STRANGERS.items():
        walk_up(gateway, device, mac=mac)
    for member in hub.shop.members:
        since = screen.mark()
        walk_up(gateway, member.beacon)
        screen.tap(reader, make_card(member.card))
        screen.await_shown("loop", since)
    screen.end()
    hub.program.stop()
    secrets = [raw for member in hub.shop.members for raw in (member.beacon, member.card.uid, member.card.ndef) if raw]
    places = read_folder(screen.state) | read_folder(fitter.folder / "hub") | {"log": screen.log.encode()}
    # The people of the sample shop, not the shop itself, carry these.
    del places[str(fitter.folder / "hub" / "demo.json")]

    assert find_traces([*secrets, *STRANGERS, *STRANGERS.values()], places | list_said(gateway)) == []


@pytest.mark.parametrize(
    "notation", ["04A1B2C3D4E5F6", "04:a1:b2:c3:d4:e5:f6", "04-A1-B2 C3_D4:E5%3AF6", "\x04\xa1\xb2\xc3\xd4\xe5\xf6"]
)
def test_the_search_finds_an_id_in_any_notation(tmp_path: Path, notation: str) -> None:
    (tmp_path / "planted").write_bytes(b"before " + notation.encode("latin-1") + b" after")
    places = read_folder(tmp_path)

    assert find_traces([MEMBER_UID], places) == [(str(tmp_path / "planted"), MEMBER_UID)]


def test_the_search_finds_an_id_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "KEYS_anna-7f3a").write_bytes(b"")

    assert [sought for _, sought in find_traces([BEACON, *STRANGERS], read_folder(tmp_path))] == [BEACON]
