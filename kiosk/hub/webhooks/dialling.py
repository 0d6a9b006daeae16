"""Dials an address that was looked at: by the name that its certificate must have, and by no proxy."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import requests
from requests.adapters import HTTPAdapter

from kiosk.hub.webhooks.destination import Destination

LONGEST_WAIT_S = timedelta(days=1).total_seconds()


@contextmanager
def dial(destination: Destination) -> Generator[requests.Session]:
    """A session that speaks to this destination, as its `url`, with `destination.named` as its Host."""
    with requests.Session() as session:
        session.trust_env = False
        session.mount("https://", _ByName(destination.host))
        session.headers["Host"] = destination.named
        yield session


def read_wait(text: str, now: datetime) -> float | None:
    """Seconds, told as such or as a moment (RFC 9110, section 10.2.3); `None`: it tells none."""
    if text.isascii() and text.isdecimal():
        return min(float(text), LONGEST_WAIT_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the latter for an offset without an end
        return None
    return min((moment - now).total_seconds(), LONGEST_WAIT_S) if moment.tzinfo else None


class _ByName(HTTPAdapter):
    """Speaks TLS to a host by its name, though it was dialled by its address."""

    def __init__(self, host: str) -> None:
        self._host = host
        super().__init__()

    def init_poolmanager(self, *arguments: object, **options: object) -> None:
        """Make the connections that ask for this name."""
        super().init_poolmanager(*arguments, **options, server_hostname=self._host, assert_hostname=self._host)  # type: ignore[arg-type] # requests' own, handed on
