"""localstripe in a process of its own: a Stripe that keeps what it is told, and a browser that pays there."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.shop.broker import find_free_port
from tests.doubles.stripe_of_today import stand_before

SECRET = "whsec_of_a_test"  # noqa: S105 # nobody's
CARD, DECLINED, ASKS_ITS_OWNER = "4242424242424242", "4000000000000341", "4000002500003155"
"""One that pays, one that is named and declined when it is charged, and one whose bank asks for her."""
_DEADLINE_S = 20


@dataclass
class LocalStripe:
    """Its API at `url`, asked as a browser or Stripe's own people would."""

    url: str

    @property
    def account(self) -> StripeAccount:
        return StripeAccount("sk_test_12345", "pk_test_12345", SECRET, self.url)

    def ask(self, method: str, path: str, **fields: str) -> dict[str, Any]:
        sign = ("sk_test_12345", "")
        answer = requests.request(method, f"{self.url}{path}", data=fields, auth=sign, timeout=_DEADLINE_S)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found

    def pay(self, intent: str, number: str = CARD) -> None:
        """What the shopper's browser does: name a card, and confirm."""
        method = self._make_method(number)
        self.ask("POST", f"/v1/payment_intents/{intent}", payment_method=method)
        requests.post(
            f"{self.url}/v1/payment_intents/{intent}/confirm", auth=("sk_test_12345", ""), timeout=_DEADLINE_S
        )

    def name_means(self, setup: str, number: str = CARD) -> None:
        """What her browser does as it sets a card up; that it is her customer's then, Stripe does by itself."""
        method = self._make_method(number)
        made = self.ask("POST", f"/v1/setup_intents/{setup}/confirm", payment_method=method)
        if made["status"] == "requires_action":
            self.ask("POST", f"/v1/setup_intents/{setup}/confirm")
        self.ask("POST", f"/v1/payment_methods/{method}/attach", customer=made["customer"])

    def _make_method(self, number: str) -> str:
        card = {"card[number]": number, "card[exp_month]": "12", "card[exp_year]": "2030", "card[cvc]": "123"}
        return str(self.ask("POST", "/v1/payment_methods", type="card", **card)["id"])

    def tell(self, url: str) -> None:
        """Send its webhooks there from now on."""
        body = {"url": url, "secret": SECRET}
        requests.post(f"{self.url}/_config/webhooks/hub", json=body, timeout=_DEADLINE_S).raise_for_status()


@contextmanager
def start_localstripe(folder: Path) -> Generator[LocalStripe]:
    """One that keeps nothing of earlier ones."""
    port = find_free_port()
    command = [sys.executable, "-m", "localstripe", "--port", str(port), "--from-scratch"]
    with (
        (folder / "localstripe.log").open("wb") as log,
        subprocess.Popen(  # noqa: S603 (a program of the test extra)
            command, cwd=folder, stdout=log, stderr=log
        ) as process,
    ):
        try:
            with requests.Session() as session:
                session.mount("http://", HTTPAdapter(max_retries=Retry(10, backoff_factor=0.1)))
                session.get(f"http://127.0.0.1:{port}/v1/balance", auth=("sk_test_1", ""), timeout=_DEADLINE_S)
            with stand_before(f"http://127.0.0.1:{port}") as url:
                yield LocalStripe(url)
        finally:
            process.terminate()
