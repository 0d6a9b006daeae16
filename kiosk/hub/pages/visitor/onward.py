"""Where somebody goes on to who signs in: a page that she asked for as a stranger, named in the address meanwhile.

A name of the few that there are, never an address: nobody is led elsewhere by a link that somebody made up.
"""

from types import MappingProxyType

from kiosk.hub.pages.visitor.signed_in import ACCOUNT
from kiosk.hub.problem import Problem
from kiosk.hub.text.problem_words import SIGN_IN
from kiosk.hub.web.page_request import PageRequest

TO = "to"
TO_VISIT = "visit"
_PAGES = MappingProxyType({TO_VISIT: "/visit/{store_id}"})


def read_onward(said: str) -> str:
    """The page that is named; empty where none of ours is: her account."""
    return said if said in _PAGES else ""


def find_onward(page: PageRequest) -> str:
    """The page that the request's address names."""
    return read_onward(page.request.query_params.get(TO, ""))


def name_onward(onward: str, mark: str = "&") -> str:
    """What an address that leads on ends in, behind this mark; nothing for her account."""
    return f"{mark}{TO}={onward}" if onward else ""


def link_onward(onward: str, store_id: str) -> str:
    """Where she goes on to in this store."""
    return _PAGES.get(onward, ACCOUNT).format(store_id=store_id)


def lead_in(page: PageRequest, store_id: str, onward: str, problem: Problem) -> Problem:
    """Instead of `problem`: where somebody signs in, or joins, who came to see a page by itself and is not known yet.

    Whatever a page fetches for itself, and a hub without accounts, say that she is not known.
    """
    if problem.code != "account_closed" or not page.hub.has_accounts or not page.is_navigation:
        return problem
    address = f"{SIGN_IN}/{store_id}" + name_onward(onward, "?")
    return Problem(303, problem.code, problem.detail, {"Location": address})
