"""A hub whose coupons lie in wallets: how one is put there, and how its phone asks for it."""

from dataclasses import replace

import requests

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.outside.wallet_coupon import keep_in_wallet, make_pass_token
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.wallets import Wallets
from tests.hub.running import A_HASH, DEADLINE_S, NOW, RunningHub

SIGNER = make_try_signer(NOW)
PUBLIC_URL = "https://hub.example"


def give_wallets(hub: Hub, wallets: Wallets, public_url: str = PUBLIC_URL) -> Hub:
    """The hub with these, at an address that phones ask unless another is named."""
    return replace(hub, settings=replace(hub.settings, wallets=wallets, public_url=public_url))


def put_in_wallet(hub: Hub, bookmark_id: str = "b", language: str = "de") -> str:
    """Keep an offer and put it into a wallet; its serial."""
    with hub.database.write() as session:
        tap = Tap(bookmark_id, bookmark_id, "uid", A_HASH, NOW, language)
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
        return keep_in_wallet(hub, session, bookmark).serial


def erase_keeper(hub: Hub, bookmark_id: str = "b") -> None:
    """Erase who kept it."""
    with hub.database.erase() as session:
        key = session.get_one(Bookmark, bookmark_id).member_key
        erase_member(hub, session, session.get_one(Member, key))


class ApplePhone:
    """A phone with a pass, as Apple's ask the hub."""

    def __init__(self, running: RunningHub, serial: str, name: str = "device-1") -> None:
        self._running = running
        self._name = name
        with running.hub.database.read() as session:
            self.token = make_pass_token(session, serial)
        self.serial = serial
        self.pass_type = SIGNER.pass_type

    def register(self, pushed_by: str = "abc123") -> int:
        return self._ask("POST", f"{self._registrations}/{self.serial}", {"pushToken": pushed_by}).status_code

    def unregister(self) -> int:
        return self._ask("DELETE", f"{self._registrations}/{self.serial}").status_code

    def ask_changes(self, since: str | None = None) -> requests.Response:
        query = "" if since is None else f"?passesUpdatedSince={since}"
        return requests.get(f"{self._running.url}{self._registrations}{query}", timeout=DEADLINE_S)

    def fetch(self, **headers: str) -> requests.Response:
        return self._ask("GET", f"/v1/passes/{self.pass_type}/{self.serial}", None, headers)

    @property
    def _registrations(self) -> str:
        return f"/v1/devices/{self._name}/registrations/{self.pass_type}"

    def _ask(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> requests.Response:
        signed = {"Authorization": f"ApplePass {self.token}", **(headers or {})}
        return requests.request(method, self._running.url + path, json=body, headers=signed, timeout=DEADLINE_S)
