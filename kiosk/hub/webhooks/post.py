"""Sends one event, and says what came of it."""

from datetime import datetime
from typing import Literal

import requests
from msgspec import Struct

from kiosk.hub.webhooks.destination import Destination, DestinationRefused, Resolve, find_destination, resolve_host
from kiosk.hub.webhooks.dialling import dial, read_wait
from kiosk.hub.webhooks.event import MEDIA_TYPE
from kiosk.hub.webhooks.signature import sign

_TIMEOUT_S = (3.05, 10.0)
_GONE = 410


class Letter(Struct, frozen=True):
    """What is sent where."""

    url: str
    secret: str
    allows_private: bool
    event_id: str
    body: str


class Outcome(Struct, frozen=True):
    """What came of it; `why` is for the log, and `retry_after_s` how long the receiver asks to be left alone."""

    what: Literal["taken", "gone", "failed"]
    why: str = ""
    retry_after_s: float | None = None


def post_letter(letter: Letter, now: datetime, resolve: Resolve = resolve_host) -> Outcome:
    """Send it; nothing that goes wrong is raised."""
    try:
        destination = find_destination(letter.url, allows_private=letter.allows_private, resolve=resolve)
        with dial(destination) as session:
            return _judge(_send(session, destination, letter, now), now)
    except DestinationRefused as refused:
        return Outcome("failed", str(refused))
    except (OSError, requests.RequestException) as error:
        return Outcome("failed", type(error).__name__)


def _send(session: requests.Session, destination: Destination, letter: Letter, now: datetime) -> requests.Response:
    body = letter.body.encode()
    headers = {"Content-Type": MEDIA_TYPE, **sign(letter.secret, letter.event_id, now, body)}
    # What a receiver answers besides is nobody's affair, and could be without an end.
    with session.post(
        destination.url, body, headers=headers, timeout=_TIMEOUT_S, allow_redirects=False, stream=True
    ) as answer:
        return answer


def _judge(answer: requests.Response, now: datetime) -> Outcome:
    status = answer.status_code
    if requests.codes.ok <= status < requests.codes.multiple_choices:
        return Outcome("taken")
    if status == _GONE:
        return Outcome("gone", "410")
    return Outcome("failed", str(status), read_wait(answer.headers.get("Retry-After", ""), now))
