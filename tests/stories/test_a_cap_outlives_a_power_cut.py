"""What a screen showed today it still knows after it was killed, until the next day, and of nobody who withdrew.

That day comes by the library that lends a program another clock (Debian's package `faketime`). Where it is missing,
`tests/offers` says the same of the records alone.
"""

import pytest

from kiosk.app.files.shown import FILE_NAME
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON, LOOP_OFFER
from tests.doubles.lent_clock import LIBRARY, LentClock
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import KIOSK, RunningScreen
from tests.stories.conftest import Fitter

WITHOUT_COOLDOWN = {"pacing.cooldown_s": 0}


@pytest.fixture(autouse=True)
def cap(server: LoyaltyServer) -> None:
    """Anna sees her offer once a day."""
    [offer] = [offer for offer in server.catalogue["offers"] if offer["id"] == ANNAS_OFFER]
    offer["caps"] = {"per_shopper_day": 1}


def come_by(gateway: Bystander, screen: RunningScreen) -> str:
    """Anna walks up, heard again and again as a beacon is, and leaves once she was shown something: what that was."""
    said = screen.await_heard(lambda: walk_up(gateway, BEACON), screen.mark())
    screen.await_shown("loop", screen.mark())
    return str(said["offer"])


def is_remembered(screen: RunningScreen) -> bool:
    """Whether the disk has it, which takes a moment longer than the glass."""
    file = screen.state / FILE_NAME
    return file.exists() and b"s_anna" in file.read_bytes()


def cut_power(screen: RunningScreen) -> None:
    wait_until(lambda: is_remembered(screen))
    screen.kill()


def test_who_saw_her_offer_today_does_not_see_it_again_after_a_power_cut(fitter: Fitter, gateway: Bystander) -> None:
    screen = fitter.make(WITHOUT_COOLDOWN)
    screen.open()
    before = come_by(gateway, screen)
    cut_power(screen)
    screen.open()

    assert [before, come_by(gateway, screen)] == [ANNAS_OFFER, LOOP_OFFER]


@pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed")
def test_the_next_day_she_sees_it_again(fitter: Fitter, gateway: Bystander) -> None:
    clock = LentClock(fitter.folder / "clock")
    screen = fitter.make(WITHOUT_COOLDOWN, clock.lend_to(KIOSK))
    screen.open()
    today = come_by(gateway, screen)
    cut_power(screen)
    clock.set("+1d")
    screen.open()

    assert [today, come_by(gateway, screen)] == [ANNAS_OFFER, ANNAS_OFFER]


def test_who_withdraws_leaves_no_past_behind(fitter: Fitter, server: LoyaltyServer, gateway: Bystander) -> None:
    screen = fitter.make(WITHOUT_COOLDOWN)
    screen.open()
    come_by(gateway, screen)
    wait_until(lambda: is_remembered(screen))
    server.shoppers, server.gone, server.cursor = [], ["s_anna"], "2"

    wait_until(lambda: not is_remembered(screen))
