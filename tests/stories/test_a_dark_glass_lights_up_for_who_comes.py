"""The store is closed and the glass is dark, until a known shopper comes by, somebody taps, or there is a notice."""

import json

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import KIOSK, Said
from tests.stories.conftest import Fitter

UID = bytes.fromhex("04a1b2c3d4e5f6")
ALWAYS_NIGHT = ("env", "KIOSK_NIGHT_HOURS=[{from = '00:00'}]", *KIOSK)
STORE = "story-night"


def is_nothing(said: Said) -> bool:
    return (said["reason"], said["offer"], said["item"]) == ("loop", None, None)


def test_who_comes_finds_light_and_then_it_is_dark_again(
    fitter: Fitter, gateway: Bystander, reader: PretendReaderField, server: LoyaltyServer
) -> None:
    screen = fitter.make({"store.id": STORE, "night.awake_s": 0.5}, ALWAYS_NIGHT)
    screen.start()
    assert is_nothing(screen.await_said("shown"))
    assert screen.await_health()["scene"] == "dark"
    # Who asks for the second time has taken in what the first answer said.
    server.wait_for(lambda: server.count_hits("/v1/shoppers") > 1)

    since = screen.mark()
    assert screen.await_heard(lambda: walk_up(gateway, BEACON), since)["offer"] == ANNAS_OFFER
    lit = screen.mark()
    assert screen.tap(reader, make_sticker(UID))["outcome"] == "saved"
    screen.await_said("shown", is_nothing, lit)

    since = screen.mark()
    assert screen.tap(reader, make_sticker(UID[::-1]))["outcome"] == "nothing_to_save"
    screen.await_said("shown", lambda said: said["item"] is not None, since)
    screen.await_said("shown", is_nothing, since)

    since = screen.mark()
    gateway.say(f"kiosk/v1/{STORE}/notice", json.dumps({"text": "Bitte verlassen Sie das Haus"}).encode(), kept=True)
    screen.await_shown("notice", since)
    gateway.say(f"kiosk/v1/{STORE}/notice", b"", kept=True)
    screen.await_said("shown", is_nothing, since)
    assert screen.end() == 0
