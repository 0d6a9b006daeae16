"""A reader's browser: known by one cookie, so that a page stays with the phone that opened it."""

from dataclasses import dataclass

from fastapi import Request

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest

COOKIE = "vitrine_browser"
_SHORTEST = 32


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser by its secret; only `hash` is ever kept."""

    secret: str
    is_new: bool

    @property
    def hash(self) -> str:
        """What the hub keeps of it."""
        return digest(self.secret)


def read_browser(request: Request, hub: Hub) -> Browser:
    """The browser that asks, by its cookie or as a new one."""
    secret = request.cookies.get(COOKIE, "")
    is_known = len(secret) >= _SHORTEST and secret.isascii()
    return Browser(secret if is_known else hub.mint(), not is_known)
