"""Bad input: a clock set back, by the library that lends a program another clock (Debian's package `faketime`).

Where that is missing, the units say the same: durations are monotonic in `tests/core`, `tests/bookmarks` and
`tests/fleet`, and `tests/app` names the fault.
"""

import pytest

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON
from tests.doubles.lent_clock import MAY_MOVE, LentClock
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import KIOSK
from tests.stories.conftest import Fitter


@pytest.mark.skipif(not MAY_MOVE, reason="libfaketime 0.9.10 of before June 2024 is not installed")
def test_a_clock_set_back_by_a_day_is_named_and_changes_no_duration(
    fitter: Fitter, server: LoyaltyServer, gateway: Bystander, reader: PretendReaderField
) -> None:
    clock = LentClock(fitter.folder / "clock")
    screen = fitter.make(command=clock.lend_to(KIOSK))
    screen.open()
    before = screen.await_shown("loop")

    clock.set("-1d")
    after = screen.await_said("shown", lambda said: bool(said["shown_at"] < before["shown_at"]))
    screen.await_fault("clock", "set_back")
    screen.expect_loop()
    screen.await_heard(lambda: walk_up(gateway, BEACON))
    tap = screen.tap(reader, make_sticker(bytes.fromhex("04a1b2c3d4e5f6")))
    server.wait_for(lambda: len(server.bookmarks) == 1)
    clock.set("+0")
    screen.await_health()

    assert after["latency_ms"] < 1000
    assert (tap["outcome"], tap["offer"]) == ("saved", ANNAS_OFFER)
    assert list(server.bookmarks) == [tap["bookmark"]]
