"""What a member does with her phone, and the counter for her: without a browser of its own to be slow."""

import re
from urllib.parse import urljoin

import requests

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import find_claim
from kiosk.hub.models.members.credential import add_browser
from tests.hub.running import DEADLINE_S, RunningHub


def read_fields(page: requests.Response) -> dict[str, str]:
    """What a browser would send along with any form of the page."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))


def press_code(browser: requests.Session, page: requests.Response) -> requests.Response:
    """Press the button that shows the code for the till."""
    (action,) = re.findall(r'action="([^"]*/code[^"]*)"', page.text)
    address = urljoin(page.url, action)
    return browser.post(address, read_fields(page), timeout=DEADLINE_S)


def read_code(page: requests.Response) -> str | None:
    """The code that the page shows."""
    found = re.search(r'class="figure"[^>]*>([^<]+)<', page.text)
    return found and found[1]


def know_phone(running: RunningHub, address: str) -> None:
    """Let the counter know the browser in which this claim was opened as the member's own."""
    with running.hub.database.write() as session:
        claim = find_claim(session, address.rsplit("/", 1)[1])
        assert claim
        assert claim.browser_hash
        bookmark = session.get_one(Bookmark, claim.bookmark_id)
        add_browser(session, bookmark.store_id, claim.browser_hash, bookmark.member_key)
