"""The addresses of the hub's pages, as they are handed out to screens and phones."""

from urllib.parse import quote, urlencode


def link_offer(public_url: str, offer: str, screen: str) -> str:
    """The page of an offer, as the code on that screen leads to it."""
    return f"{public_url}/offers/{quote(offer, safe='')}?{urlencode({'screen': screen})}"


def link_claim(public_url: str, token: str) -> str:
    """The page of a kept offer and its conversation."""
    return f"{public_url}/c/{token}"
