from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.outside.wallet_coupon import make_wallet_coupon
from kiosk.hub.models.outside.wallet_device import (
    MOST_DEVICES,
    WalletDevice,
    forget_push_token,
    list_devices,
    list_serials,
    register_device,
    unregister_device,
)
from tests.hub.running import A_HASH, NOW

_SERIAL = "one"


@pytest.fixture
def session(hub: Hub) -> Iterator[Session]:
    """In which a coupon is there to be registered for."""
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
        make_wallet_coupon(session, bookmark.id, _SERIAL, NOW)
        yield session


def _make_device(number: int, push_token: str = "one") -> WalletDevice:  # noqa: S107 - no password
    registered_at = NOW + timedelta(seconds=number)
    return WalletDevice(
        device_hash=f"device-{number}", serial=_SERIAL, push_token=push_token, registered_at=registered_at
    )


def test_a_phone_that_registers_hundreds_of_times_is_one_phone_with_its_last_token(session: Session) -> None:
    new = [register_device(session, _make_device(1, f"token{turn}")) for turn in range(200)]

    assert new == [True, *[False] * 199]
    assert [device.push_token for device in list_devices(session, _SERIAL)] == ["token199"]
    assert list_serials(session, "device-1") == [_SERIAL]


def test_of_too_many_phones_the_first_ones_go(session: Session) -> None:
    for number in range(MOST_DEVICES + 3):
        register_device(session, _make_device(number))
    session.flush()

    kept = [device.device_hash for device in list_devices(session, _SERIAL)]
    assert kept == [f"device-{number}" for number in reversed(range(3, MOST_DEVICES + 3))]


def test_a_phone_that_takes_itself_off_is_forgotten(session: Session) -> None:
    register_device(session, _make_device(1))
    register_device(session, _make_device(2))
    unregister_device(session, "device-1", _SERIAL)

    assert [device.device_hash for device in list_devices(session, _SERIAL)] == ["device-2"]


def test_a_phone_that_apple_no_longer_finds_is_forgotten(session: Session) -> None:
    register_device(session, _make_device(1, "lost"))
    register_device(session, _make_device(2))
    forget_push_token(session, "lost")

    assert [device.device_hash for device in list_devices(session, _SERIAL)] == ["device-2"]
