"""Keeps the shoppers whom this store may recognise as the loyalty API has them, and nobody for longer than allowed."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.core.events import Event, ShoppersChanged
from kiosk.loyalty.failure import ApiFailed, Trouble, WireRefused
from kiosk.loyalty.last_good import LastGood, Remembered
from kiosk.loyalty.wire import WireShoppers, parse_shoppers
from kiosk.offers.crowd import Crowd

if TYPE_CHECKING:
    # It loads the network's modules, for which the first picture must not wait.
    from kiosk.loyalty.api import LoyaltyApi

_CURSOR_REFUSED = {"http_400", "http_404", "http_410", "http_422"}


class ShopperSync:
    """The opted-in shoppers of one store; `sync` is called again and again from one thread.

    Who does not consent to proximity is not kept, not even as a pseudonym. `part` is called when somebody is gone, of
    whom this screen may never have heard.
    """

    def __init__(  # noqa: PLR0913 # its ports, each named where the application wires them
        self,
        *,
        store: str,
        api: "LoyaltyApi",
        last_good: LastGood,
        remembered: Remembered,
        post: Callable[[Event], None],
        part: Callable[[], None],
    ) -> None:
        self._store = store
        self._api = api
        self._last_good = last_good
        self._post = post
        self._part = part
        self._shoppers = remembered.shoppers
        self._cursor = remembered.cursor

    def sync(self) -> None:
        """Ask for what changed, and tell it. Raises `ApiFailed`."""
        page = self._fetch()
        # Who begins anew is not told who went meanwhile.
        somebody_may_be_gone = bool(page.gone) or not self._cursor
        shoppers = _apply(page, self._shoppers if self._cursor else {})
        self._cursor = page.cursor
        if somebody_may_be_gone:
            self._part()
        if shoppers != self._shoppers:
            self._shoppers = shoppers
            self._post(ShoppersChanged(Crowd(shoppers)))
            self._save()

    def _fetch(self) -> WireShoppers:
        try:
            return parse_shoppers(self._api.get_shoppers(self._store, self._cursor))
        except WireRefused as error:
            raise ApiFailed(Trouble.NOT_UNDERSTOOD) from error
        except ApiFailed as failure:
            if failure.code in _CURSOR_REFUSED:
                # The server knows that cursor no more: ask for all next time.
                self._cursor = None
            raise

    def _save(self) -> None:
        try:
            self._last_good.save_shoppers(self._cursor or "", self._shoppers.values())
        except OSError:
            # Rather nobody at the next start than someone who has gone.
            with suppress(OSError):
                self._last_good.forget_shoppers()


def _apply(page: WireShoppers, before: dict[str, Shopper]) -> dict[str, Shopper]:
    after = before | {shopper.key: shopper for shopper in page.shoppers}
    gone = {*page.gone, *(shopper.key for shopper in page.shoppers if PROXIMITY not in shopper.consents)}
    return {key: shopper for key, shopper in after.items() if key not in gone}
