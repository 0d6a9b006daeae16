"""What was on the glass, for how long, why, and what came of it: over a kill, and through an outage of the API."""

import json
from typing import Any

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.foreign_shop import LOOP_OFFER
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

UID = bytes.fromhex("04a1b2c3d4e5f6")


def export(screen: RunningScreen) -> list[dict[str, Any]]:
    return [json.loads(line) for line in screen.run("playlog", "export", "--format", "jsonl").splitlines()]


def test_each_showing_is_in_it_with_its_length_and_what_followed(
    fitter: Fitter, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    screen = fitter.make()
    screen.open()
    screen.expect_loop()
    tapped = screen.tap(reader, make_sticker(UID))
    server.wait_for(lambda: tapped["bookmark"] in server.bookmarks)
    screen.expect_loop(2)
    screen.kill()
    since = screen.mark()
    screen.start()
    screen.await_shown("loop", since)
    assert screen.end() == 0

    plays = export(screen)
    said = {shown["impression"]: shown for shown in screen.list_said("shown")}
    assert {play["impression"] for play in plays} <= set(said)
    assert len(said) - len(plays) <= 1, "the kill cost the one that was on the glass"
    (kept,) = (play for play in plays if play["kept"])
    assert (kept["offer"], kept["taps"], kept["accepted"]) == (LOOP_OFFER, 1, 1)
    whole = [play["seconds"] for play in plays if not play["taps"]][1:-2]
    assert all(0.9 <= seconds <= 1.5 for seconds in whole), whole


def test_every_showing_is_delivered_with_its_length(fitter: Fitter, server: LoyaltyServer) -> None:
    screen = fitter.make()
    screen.open()
    shown = screen.await_shown("loop", screen.mark())
    server.wait_for(lambda: f"{shown['impression']}.play" in server.events)

    event: dict[str, Any] = server.events[f"{shown['impression']}.play"]
    data = event["data"]
    assert data["impression"] == shown["impression"]
    assert 0.9 <= data["seconds"] <= 1.5
