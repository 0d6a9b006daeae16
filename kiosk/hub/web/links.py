"""The addresses of the hub's pages, as they are handed out to screens and phones."""

from ipaddress import ip_address
from urllib.parse import quote, urlencode, urlsplit

STRIPE_BELL = "/v1/stripe"
"""Where Stripe says that something happened to a payment."""
BEACON_CODE = "/account/beacon/code/{code}"
"""Where the code on a beacon leads that the store hands out."""
ISSUER_RETURN = "/join/return"
"""Where the issuer sends a member back to: the one address that it must be told of this hub."""


def link_offer(public_url: str, offer: str, screen: str) -> str:
    """The page of an offer, as the code on that screen leads to it."""
    return f"{public_url}/offers/{quote(offer, safe='')}?{urlencode({'screen': screen})}"


def link_claim(public_url: str, token: str) -> str:
    """The page of a kept offer and its conversation."""
    return f"{public_url}/c/{token}"


def link_take(public_url: str, store: str, code: str, language: str) -> str:
    """To her basket, where this code waits to be put in."""
    return f"{public_url}/take/{quote(store, safe='')}?{urlencode({'lang': language, 'code': code})}"


def link_dot(store: str, bill: str, page: str) -> str:
    """Where a page says that it shows this bill: each `page` at an address of its own, for no phone loads one twice."""
    return f"/basket/{store}/seen/{bill}?page={page}"


def link_visit(public_url: str, store: str) -> str:
    """The page of her visit, by which somebody at the door comes in."""
    return f"{public_url}/visit/{quote(store, safe='')}"


def link_basket(public_url: str, store: str) -> str:
    """Her basket."""
    return f"{public_url}/basket/{quote(store, safe='')}"


def link_campaign(public_url: str, code: str) -> str:
    """Where the code of a campaign leads, wherever it is read."""
    return f"{public_url}/k/{code}"


def link_account(public_url: str) -> str:
    """The page of who joined."""
    return f"{public_url}/account"


def link_beacon(public_url: str, code: str) -> str:
    """Where the code on a beacon leads."""
    return public_url + BEACON_CODE.format(code=code)


def link_messages(public_url: str) -> str:
    """The page of all her messages."""
    return f"{link_account(public_url)}/messages"


def link_tablet(public_url: str, code: str) -> str:
    """The staff's tablet with this code; behind the mark it goes to no server, and into no log."""
    return f"{public_url}/console/tablet#{code}"


def link_chatwoot(public_url: str, door: str) -> str:
    """Where the store's Chatwoot rings."""
    return f"{public_url}/v1/chatwoot/{door}"


def find_pass_service(public_url: str) -> str | None:
    """Where phones ask for passes that changed; `None`: they ask none but https addresses."""
    return public_url if public_url.startswith("https://") else None


def is_for_this_machine_alone(public_url: str) -> bool:
    """Whether no phone can reach this address, for it leads to the asker's own machine."""
    host = urlsplit(public_url).hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
