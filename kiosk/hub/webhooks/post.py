"""Sends one event, and says what came of it."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

import requests
from msgspec import Struct
from requests.adapters import HTTPAdapter

from kiosk.hub.webhooks.destination import Destination, DestinationRefused, Resolve, find_destination, resolve_host
from kiosk.hub.webhooks.event import MEDIA_TYPE
from kiosk.hub.webhooks.signature import sign

_TIMEOUT_S = (3.05, 10.0)
_GONE = 410
_LONGEST_WAIT_S = timedelta(days=1).total_seconds()


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
        with requests.Session() as session:
            return _judge(_send(session, destination, letter, now), now)
    except DestinationRefused as refused:
        return Outcome("failed", str(refused))
    except (OSError, requests.RequestException) as error:
        return Outcome("failed", type(error).__name__)


def _send(session: requests.Session, destination: Destination, letter: Letter, now: datetime) -> requests.Response:
    """To the address that was looked at, by the name that its certificate must have, and by no proxy."""
    session.trust_env = False
    session.mount("https://", _ByName(destination.host))
    body = letter.body.encode()
    headers = {
        "Host": destination.named,
        "Content-Type": MEDIA_TYPE,
        **sign(letter.secret, letter.event_id, now, body),
    }
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
    return Outcome("failed", str(status), _read_wait(answer.headers.get("Retry-After", ""), now))


def _read_wait(text: str, now: datetime) -> float | None:
    """Seconds, told as such or as a moment (RFC 9110, section 10.2.3); `None`: it tells none."""
    if text.isascii() and text.isdecimal():
        return min(float(text), _LONGEST_WAIT_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the latter for an offset without an end
        return None
    return min((moment - now).total_seconds(), _LONGEST_WAIT_S) if moment.tzinfo else None


class _ByName(HTTPAdapter):
    """Speaks TLS to a host by its name, though it was dialled by its address."""

    def __init__(self, host: str) -> None:
        self._host = host
        super().__init__()

    def init_poolmanager(self, *arguments: object, **options: object) -> None:
        """Make the connections that ask for this name."""
        super().init_poolmanager(*arguments, **options, server_hostname=self._host, assert_hostname=self._host)  # type: ignore[arg-type] # requests' own, handed on
