"""Speaks to Google Wallet: puts an offer and its coupons there, and says what became of them.

Sources: Google Wallet's REST reference (insert, patch); RFC 7523 for access, and RFC 6749, section 5.1, for its answer.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

import msgspec
import requests
from msgspec import Struct

from kiosk.errors import KioskError
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.google.account import Account
from kiosk.hub.wallet.google.link import link_save
from kiosk.hub.wallet.google.objects import name_class, name_object, state_class, state_object

API = "https://walletobjects.googleapis.com/walletobjects/v1"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_TIMEOUT_S = (3.05, 6.0)
_EARLIER = timedelta(minutes=1)
"""Access is asked for anew so much before it ends."""
_CONFLICT, _NOT_FOUND, _UNAUTHORIZED = 409, 404, 401


class GoogleUnreachable(KioskError):
    """Google could not be asked, or did not take it; the text has the status and nothing that was sent."""


class _Access(Struct, frozen=True):
    access_token: str
    expires_in: int


class GoogleWallet:
    """Google Wallet as this account sees it; `now` says when access ends."""

    def __init__(self, account: Account, now: Callable[[], datetime], api: str = API) -> None:
        self.account = account
        self._now = now
        self._api = api
        self._lock = Lock()
        self._access = ""
        self._access_ends = now()

    def put(self, coupon: Coupon) -> None:
        """See to it that the offer and this coupon of it are there, as they are now. Raises `GoogleUnreachable`."""
        issuer = self.account.issuer
        self._put("offerClass", name_class(coupon, issuer), state_class(coupon, issuer))
        self._put("offerObject", name_object(coupon, issuer), state_object(coupon, issuer))

    def tell(self, coupon: Coupon) -> None:
        """Say what became of a coupon; one that is not there is nobody's. Raises `GoogleUnreachable`."""
        issuer = self.account.issuer
        path = f"offerObject/{name_object(coupon, issuer)}"
        self._require(self._ask("PATCH", path, state_object(coupon, issuer)), _NOT_FOUND)

    def void(self, serial: str) -> None:
        """Have the coupon of this serial be good for nothing, and say nothing of hers. Raises `GoogleUnreachable`."""
        path = f"offerObject/{self.account.issuer}.{serial}"
        bare: dict[str, Any] = {"state": "INACTIVE", "barcode": None, "textModulesData": [], "linksModuleData": None}
        self._require(self._ask("PATCH", path, bare), _NOT_FOUND)

    def link(self, coupon: Coupon) -> str:
        """The address at which a phone saves a coupon that was put there."""
        return link_save(self.account, coupon, self._now())

    def _put(self, kind: str, name: str, stated: dict[str, Any]) -> None:
        """Insert it first: asking whether it is there would be one more way to wait for."""
        status = self._ask("POST", kind, stated)
        if status == _CONFLICT:
            status = self._ask("PATCH", f"{kind}/{name}", stated)
        self._require(status)

    def _require(self, status: int, also: int | None = None) -> None:
        if not (requests.codes.ok <= status < requests.codes.multiple_choices or status == also):
            message = f"Google Wallet answered {status}"
            raise GoogleUnreachable(message)

    def _ask(self, method: str, path: str, body: dict[str, Any]) -> int:
        """The answer's status; access that Google no longer knows is asked for anew, once."""
        status = self._send(method, path, body)
        if status != _UNAUTHORIZED:
            return status
        self._forget_access()
        return self._send(method, path, body)

    def _send(self, method: str, path: str, body: dict[str, Any]) -> int:
        headers = {"Authorization": f"Bearer {self._get_access()}"}
        try:
            answer = requests.request(
                method, f"{self._api}/{path}", json=body, headers=headers, timeout=_TIMEOUT_S, allow_redirects=False
            )
        except requests.RequestException as error:
            message = "Google Wallet cannot be reached"
            raise GoogleUnreachable(message) from error
        return answer.status_code

    def _get_access(self) -> str:
        with self._lock:
            if self._now() >= self._access_ends:
                access = self._fetch_access()
                self._access = access.access_token
                self._access_ends = self._now() + timedelta(seconds=access.expires_in) - _EARLIER
            return self._access

    def _forget_access(self) -> None:
        with self._lock:
            self._access_ends = self._now()

    def _fetch_access(self) -> _Access:
        form = {"grant_type": _GRANT, "assertion": self.account.ask_access(self._now())}
        try:
            answer = requests.post(self.account.token_url, form, timeout=_TIMEOUT_S, allow_redirects=False)
            return msgspec.json.decode(answer.content, type=_Access)
        except (requests.RequestException, msgspec.DecodeError) as error:
            message = "Google gives no access: is the service account known in Google's wallet console?"
            raise GoogleUnreachable(message) from error
