"""The end: asked to go, the screen says goodbye, keeps what was tapped, and is gone within three seconds."""

import signal

import pytest

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import END_S, RunningScreen
from tests.stories.conftest import Fitter


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_screen_that_is_asked_to_end_does_so_and_says_so(screen: RunningScreen, sign: signal.Signals) -> None:
    since = screen.mark()
    screen.process.send_signal(sign)

    assert screen.process.wait(END_S) == 0
    screen.await_said("status", lambda said: bool(said["state"] == "offline"), since)


def test_a_screen_that_is_killed_is_said_to_be_offline_and_not_to_have_faults_by_the_broker(fitter: Fitter) -> None:
    screen = fitter.make({"theme.name": "nowhere"})
    screen.start()
    screen.await_fault("theme", "refused")
    since = screen.mark()
    screen.kill()

    said = screen.await_said("status", lambda said: bool(said["state"] == "offline"), since)
    assert (said["scene"], said["faults"]) == (None, [])


def test_what_was_tapped_just_before_the_end_is_delivered_after_the_next_start(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    server.fail_always("/v1/bookmarks", Fault(500))
    tap = screen.tap(reader, make_sticker(bytes.fromhex("04a1b2c3d4e5f6")))
    assert screen.end() == 0
    server.heal()
    screen.open()

    assert list(server.bookmarks) == [tap["bookmark"]]
