"""What one of the staff does at the tablet with a customer."""

import re

import requests

from tests.hub.console.clerk import Clerk
from tests.hub.counter import ALL, Shopper

TABLET = "/console/tablet"


def ask(clerk: Clerk, code: str) -> requests.Response:
    """Type the code; the page that waits for her answer, or says what is wrong."""
    return clerk.fill_in(TABLET, {"code": code}, f"{TABLET}/code")


def meet(clerk: Clerk, shopper: Shopper, *shares: str) -> str:
    """Have her show these parts, by default all of them; where they stand."""
    page = ask(clerk, shopper.show_code())
    shopper.answer(*(shares or ALL))
    found = re.search(r"/console/tablet/customers/[\w-]+", page.url)
    assert found
    return found[0]


def read_order_link(clerk: Clerk, root: str) -> str:
    """Where the first of what she kept is put aside or ordered."""
    found = re.search(rf'href="({root}/order/[^"]+)"', clerk.open(f"{root}/see/kept").text)
    assert found
    return found[1]
