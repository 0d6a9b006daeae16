"""Screens that all send bookmarks to one hub at once, each as soon as its last one is answered."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import cycle
from random import Random
from time import monotonic
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from kiosk.bench.hub.members import KIND, name_card
from kiosk.errors import KioskError

SCREENS = 8
_CREATED = 201
_ANSWER_S = 30.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the bookmarks go: the hub at `url`, and one of its screens with its token and what it shows.

    Every second tap is of one of its `members`, the others are of cards that nobody knows yet.
    """

    url: str
    token: str
    store: str
    screen: str
    offers: Sequence[str]
    members: int


@dataclass(frozen=True, slots=True)
class Rush:
    """The seconds that each answer took, and from the first request to the last answer."""

    answers: list[float]
    took_s: float


def rush(desk: Desk, taps: int, chance: Random) -> Rush:
    """So many taps at each of eight screens; raises `KioskError` where one is not kept."""
    began_at = monotonic()
    with ThreadPoolExecutor(SCREENS) as screens:
        own = [Random(chance.getrandbits(64)) for _ in range(SCREENS)]  # noqa: S311 - the same taps in every run
        waits = [screens.submit(_tap_often, desk, taps, each) for each in own]
        answers = [seconds for wait in waits for seconds in wait.result()]
    return Rush(answers, monotonic() - began_at)


def _tap_often(desk: Desk, taps: int, chance: Random) -> list[float]:
    # The plain client of the standard library: what `requests` itself costs would be measured, too.
    address = urlsplit(desk.url)
    line = HTTPConnection(address.hostname or "", address.port, timeout=_ANSWER_S)
    try:
        return [_tap(line, desk, offer, chance) for _, offer in zip(range(taps), cycle(desk.offers), strict=False)]
    except OSError as error:
        message = f"the hub did not answer a tap: {error}"
        raise KioskError(message) from error
    finally:
        line.close()


def _tap(line: HTTPConnection, desk: Desk, offer: str, chance: Random) -> float:
    number = str(UUID(int=chance.getrandbits(128), version=4))
    body = msgspec.json.encode(_write_tap(desk, number, offer, chance))
    headers = {
        "Authorization": f"Bearer {desk.token}",
        "Content-Type": "application/json",
        "Idempotency-Key": number,
    }
    began_at = monotonic()
    line.request("POST", "/v1/bookmarks", body, headers)
    answer = line.getresponse()
    answer.read()
    if answer.status != _CREATED:
        message = f"the hub answered a tap with {answer.status}"
        raise KioskError(message)
    return monotonic() - began_at


def _write_tap(desk: Desk, number: str, offer: str, chance: Random) -> dict[str, object]:
    is_known = chance.random() < 0.5  # noqa: PLR2004 - every second one
    card = chance.randrange(desk.members) if is_known else desk.members + chance.getrandbits(64)
    return {
        "id": number,
        "offer": offer,
        "store": desk.store,
        "screen": desk.screen,
        "credential": {"kind": KIND, "value": name_card(card)},
        "tapped_at": datetime.now(UTC).isoformat(),
        "language": "de",
    }
