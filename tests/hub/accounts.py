"""What a member does to join, with a letter box that is read here: a hub that sends mails without a server."""

import re
from dataclasses import dataclass, field, replace

import requests

from kiosk.hub.mail.letter import Letter
from kiosk.hub.printed_card import Numbering
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

ADDRESS = "mara@example.com"
STORE_KEY = bytes(range(32))
CARD_NUMBERS = Numbering("629", 13, "gs1")
CARD_NUMBER = "6291041500213"
"""A number as the store's cards bear it."""


@dataclass
class Pigeonhole:
    """Letters that were dropped, unsent."""

    letters: list[Letter] = field(default_factory=list[Letter])

    def drop(self, letter: Letter) -> None:
        self.letters.append(letter)


def open_doors(running: RunningHub, *, store_key: bytes | None = STORE_KEY) -> Pigeonhole:
    """Have the hub take members in by mail; what it would send."""
    post = Pigeonhole()
    settings = replace(running.hub.settings, store_key=store_key, card_numbers=CARD_NUMBERS)
    running.hub = replace(running.hub, post=post, settings=settings)
    running.server.serve(running.hub)
    return post


def ask_link(browser: requests.Session, page: requests.Response, address: str = ADDRESS) -> requests.Response:
    """Type an address into the page's form, and send it."""
    (action,) = re.findall(r'class="ask" method="post" action="([^"?]*)', page.text)
    site = page.url[: page.url.index("/", len("http://"))]
    return browser.post(site + action, {**read_fields(page), "address": address}, timeout=DEADLINE_S)


def find_link(running: RunningHub, post: Pigeonhole) -> str:
    """The link in the last letter, as this test reaches it."""
    found = re.search(r"http\S+/join/link/\S+", post.letters[-1].text)
    assert found
    return running.find_page(found[0])


def press(browser: requests.Session, page: requests.Response, path: str, **fields: str) -> requests.Response:
    """Press the button of the page that sends to this path."""
    site = page.url[: page.url.index("/", len("http://"))]
    return browser.post(site + path, {**read_fields(page), **fields}, timeout=DEADLINE_S)


def follow_link(browser: requests.Session, address: str) -> requests.Response:
    """Open the link, and press its button."""
    page = browser.get(address, timeout=DEADLINE_S)
    return browser.post(page.url, read_fields(page), timeout=DEADLINE_S)


def join(running: RunningHub, browser: requests.Session, post: Pigeonhole, address: str = ADDRESS) -> requests.Response:
    """Sign in with nothing at hand; her account's page."""
    ask_link(browser, browser.get(f"{running.url}/sign-in/berlin-mitte", timeout=DEADLINE_S), address)
    return follow_link(browser, find_link(running, post))


def is_in(running: RunningHub, browser: requests.Session) -> bool:
    """Whether somebody is signed in there; if not, the hub leads to where she signs in."""
    answer = browser.get(f"{running.url}/account", allow_redirects=False, timeout=DEADLINE_S)
    assert (answer.status_code, answer.headers.get("Location")) in {(200, None), (303, "/sign-in/berlin-mitte")}
    return answer.status_code == 200
