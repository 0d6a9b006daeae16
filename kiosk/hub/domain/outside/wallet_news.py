"""Tells wallets that their coupons are over: redeemed, given back, or expired.

What is to be told follows from the database alone, so that a hub that was off tells it later, and none is forgotten.
"""

from collections.abc import Generator
from contextlib import contextmanager

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.outside.wallet_coupon import state_coupon
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon, list_untold
from kiosk.hub.models.outside.wallet_device import forget_push_token, list_devices
from kiosk.hub.wallet.coupon import Coupon
from kiosk.poller import Poller

_MOST_AT_ONCE = 50
_EVERY_S, _REST_S = 10.0, 60.0


@contextmanager
def keep_wallets_told(hub: Hub) -> Generator[Hub]:
    """The hub, whose wallets are told for as long as this lasts; without wallets as it is."""
    if not hub.settings.wallets:
        yield hub
        return
    with Poller("wallets", lambda: tell_wallets(hub), _REST_S):
        yield hub


def tell_wallets(hub: Hub) -> float:
    """Tell what is to be told; the seconds until the next time.

    Raises the first `KioskError` of a wallet that could not be told, after all others were: it is told the next time.
    """
    now = hub.now()
    with hub.database.read() as session:
        untold = [(kept, state_coupon(hub, session, kept)) for kept in list_untold(session, now, _MOST_AT_ONCE)]
    failures: list[KioskError] = []
    for kept, coupon in untold:
        try:
            _tell_phones(hub, kept.serial)
            _tell_google(hub, kept, coupon)
        except KioskError as error:
            failures.append(error)
            continue
        with hub.database.write() as session:
            session.get_one(WalletCoupon, kept.serial).told_at = now
    if failures:
        raise failures[0]
    return _EVERY_S


def _tell_phones(hub: Hub, serial: str) -> None:
    """Without a way to push, a phone asks by itself when its pass is pulled down."""
    push = hub.settings.wallets.push
    if push is None:
        return
    with hub.database.read() as session:
        tokens = [device.push_token for device in list_devices(session, serial)]
    gone = [token for token in tokens if not push(token)]
    if gone:
        with hub.database.erase() as session:
            for token in gone:
                forget_push_token(session, token)


def _tell_google(hub: Hub, kept: WalletCoupon, coupon: Coupon) -> None:
    google = hub.settings.wallets.google
    if google and kept.is_at_google:
        google.tell(coupon)
