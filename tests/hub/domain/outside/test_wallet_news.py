from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.domain.outside.wallet_coupon import state_coupon
from kiosk.hub.domain.outside.wallet_news import keep_wallets_told, tell_wallets
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.models.outside.wallet_device import WalletDevice, list_devices, register_device
from kiosk.hub.wallet.google.account import read_account
from kiosk.hub.wallet.google.service import GoogleWallet
from kiosk.hub.wallet.wallets import Wallets
from tests.doubles.google_wallet import make_key_text, run_google
from tests.doubles.notebook import Notebook
from tests.hub.in_wallets import SIGNER, give_wallets, put_in_wallet
from tests.hub.running import NOW, Dial


@dataclass
class Pushes:
    """Apple's push service: `gone` and `failing` tokens are those that it does not reach."""

    told: Notebook[str] = field(default_factory=Notebook[str])
    gone: set[str] = field(default_factory=set[str])
    failing: set[str] = field(default_factory=set[str])

    def push(self, token: str) -> bool:
        if token in self.failing:
            message = "Apple's push service cannot be reached"
            raise KioskError(message)
        self.told.write(token)
        return token not in self.gone


@pytest.fixture
def pushes() -> Pushes:
    return Pushes()


@pytest.fixture
def told(hub: Hub, pushes: Pushes) -> Hub:
    """A hub that tells Apple's phones."""
    return give_wallets(hub, Wallets(SIGNER, push=pushes.push))


def _keep(hub: Hub, bookmark_id: str, *tokens: str) -> str:
    serial = put_in_wallet(hub, bookmark_id)
    with hub.database.write() as session:
        for token in tokens:
            device = WalletDevice(device_hash=token, serial=serial, push_token=token, registered_at=NOW)
            register_device(session, device)
    return serial


def _redeem(hub: Hub, dial: Dial, *bookmark_ids: str) -> None:
    dial.turn(timedelta(minutes=1))
    with hub.database.write() as session:
        for bookmark_id in bookmark_ids:
            redeem_bookmark(hub, session, session.get_one(Bookmark, bookmark_id))


def test_phones_are_told_once_that_a_coupon_was_redeemed(told: Hub, pushes: Pushes, dial: Dial) -> None:
    _keep(told, "a", "phone", "watch")
    _keep(told, "b", "other")
    tell_wallets(told)
    assert pushes.told.read() == []
    _redeem(told, dial, "a")
    tell_wallets(told)
    tell_wallets(told)

    assert sorted(pushes.told.read()) == ["phone", "watch"]


def test_a_phone_that_is_gone_is_forgotten(told: Hub, pushes: Pushes, dial: Dial) -> None:
    serial = _keep(told, "a", "phone", "lost")
    pushes.gone.add("lost")
    _redeem(told, dial, "a")
    tell_wallets(told)

    with told.database.read() as session:
        assert [device.push_token for device in list_devices(session, serial)] == ["phone"]


def test_who_could_not_be_told_is_told_later_and_keeps_nobody_waiting(told: Hub, pushes: Pushes, dial: Dial) -> None:
    _keep(told, "a", "unreachable")
    _keep(told, "b", "phone")
    pushes.failing.add("unreachable")
    _redeem(told, dial, "a", "b")
    with pytest.raises(KioskError, match="cannot be reached"):
        tell_wallets(told)
    assert pushes.told.read() == ["phone"]
    pushes.failing.clear()
    tell_wallets(told)

    assert pushes.told.read() == ["phone", "unreachable"]


def test_without_a_way_to_push_a_coupon_is_told_of_all_the_same(hub: Hub, dial: Dial) -> None:
    silent = give_wallets(hub, Wallets(SIGNER))
    serial = _keep(silent, "a", "phone")
    _redeem(silent, dial, "a")
    tell_wallets(silent)

    with silent.database.read() as session:
        kept = session.get_one(WalletCoupon, serial)
    assert kept.told_at > kept.made_at


def test_google_hears_what_became_of_what_it_has_and_of_nothing_else(hub: Hub, dial: Dial, tmp_path: Path) -> None:
    with run_google(make_key_text()) as google:
        (tmp_path / "account.json").write_text(google.write_key_file())
        wallet = GoogleWallet(read_account("1234", tmp_path / "account.json"), dial.read, google.api)
        both = give_wallets(hub, Wallets(google=wallet))
        saved, other = _keep(both, "a"), _keep(both, "b")
        with both.database.write() as session:
            kept = session.get_one(WalletCoupon, saved)
            kept.is_at_google = True
            wallet.put(state_coupon(both, session, kept))
        _redeem(both, dial, "a", "b")
        tell_wallets(both)

        states = {name: stated["state"] for name, stated in google.kept.items() if "state" in stated}
        assert states == {f"offerObject/1234.{saved}": "COMPLETED"}
        assert not any(other in name for name in google.kept)


def test_they_are_told_for_as_long_as_the_hub_serves(told: Hub, pushes: Pushes, dial: Dial) -> None:
    _keep(told, "a", "phone")
    _redeem(told, dial, "a")
    with keep_wallets_told(told) as served:
        assert served is told
        pushes.told.wait_for("phone")


def test_a_hub_without_wallets_tells_nobody(hub: Hub) -> None:
    with keep_wallets_told(hub) as served:
        assert served is hub
