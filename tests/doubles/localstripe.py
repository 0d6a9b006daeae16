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

SECRET = "whsec_of_a_test"  # noqa: S105 # nobody's
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

    def pay(self, intent: str, number: str = "4242424242424242") -> None:
        """What the shopper's browser does: name a card, and confirm."""
        card = {"card[number]": number, "card[exp_month]": "12", "card[exp_year]": "2030", "card[cvc]": "123"}
        method = self.ask("POST", "/v1/payment_methods", type="card", **card)["id"]
        self.ask("POST", f"/v1/payment_intents/{intent}", payment_method=method)
        requests.post(
            f"{self.url}/v1/payment_intents/{intent}/confirm", auth=("sk_test_12345", ""), timeout=_DEADLINE_S
        )

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
            yield LocalStripe(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
