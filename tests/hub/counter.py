"""A member with a phone by which the store knows her, and what she does with it at the counter."""

import re
from typing import Self

import requests

from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import press
from tests.hub.phone import know_phone, read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

COUNTER = f"/counter/{STORE}"
ALL = ("kept", "wishes", "conversation")


class Shopper:
    """She kept a mug with her card, and showed her phone at the counter once."""

    def __init__(self, running: RunningHub) -> None:
        self.running = running
        self.browser = requests.Session()
        self.browser.headers["Accept-Language"] = "de"
        page = self._keep("o-mug")
        know_phone(running, page)
        self.page = page

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.browser.close()

    def _keep(self, offer: str) -> str:
        """Keep the offer; the address of its page, which her phone has opened."""
        answer = self.running.keep(make_bookmark(id=f"b-{offer}", offer=offer)).json()
        page = self.running.find_page(answer["claim_url"])
        for _ in range(2):
            self.browser.get(page, timeout=DEADLINE_S)
        return page

    def open(self, path: str = "") -> requests.Response:
        return self.browser.get(f"{self.running.url}{COUNTER}{path}", timeout=DEADLINE_S)

    def press(self, path: str = "", **fields: str) -> requests.Response:
        """Press a button of her page for the counter."""
        return press(self.browser, self.open(), COUNTER + path, **fields)

    def show_code(self) -> str:
        """The code that she shows from now on."""
        found = re.search(r'class="figure">([^<]+)<', self.press().text)
        assert found
        return found[1]

    def answer(self, *shares: str) -> requests.Response:
        """Let who asks see these parts."""
        fields = {**read_fields(self.open()), "share": list(shares)}
        return self.browser.post(f"{self.running.url}{COUNTER}/confirm", fields, timeout=DEADLINE_S)

    def end(self) -> requests.Response:
        return self.press("/end")

    def write(self, text: str) -> requests.Response:
        """Write to the store, on the page of the mug."""
        page = self.browser.get(self.page, timeout=DEADLINE_S)
        fields = {**read_fields(page), "text": text}
        return self.browser.post(self.page, fields, timeout=DEADLINE_S)
