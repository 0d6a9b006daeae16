"""The loyalty API's endpoints, as far as a screen calls them. Imported late, since `requests` is slow to load."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.contract.answer import Accepted, Again, Answer, Delivered, Finding, Greeted, Receipt, Refused, Reply, Told
from kiosk.contract.bookmark import Bookmark, BookmarkAnswer
from kiosk.contract.check_in import CheckIn, CheckInAnswer
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.scan import Scan, ScanAnswer
from kiosk.loyalty.failure import ApiFailed, Trouble
from kiosk.loyalty.origin import resolve_media_url
from kiosk.loyalty.transport import Request, Response, Timeouts, Transport
from kiosk.loyalty.wire import Fetched

CATALOGUE_LIMIT = 16 * 2**20
SHOPPERS_LIMIT = 64 * 2**20
ANSWER_LIMIT = 64 * 2**10

_AGAIN = {HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}
_SUCCESS = range(200, 300)
_CLIENT_ERRORS = range(400, 500)
_JSON = {"Content-Type": "application/json"}
_BATCH = {"Content-Type": "application/cloudevents-batch+json"}


class _Problem(Struct):
    """RFC 9457, as far as it matters; a code of another shape would be text from outside in our status."""

    code: str = ""


class LoyaltyApi:
    """One loyalty API, safe to use from any thread. It logs nothing."""

    def __init__(
        self, url: str, token: str | None = None, ca_file: Path | None = None, timeouts: Timeouts | None = None
    ) -> None:
        self._url = url.rstrip("/")
        self._transport = Transport(token, ca_file, timeouts or Timeouts())

    def get_catalogue(self, store: str, screen: str, etag: str | None) -> Fetched | None:
        """The catalogue; `None`: it is still the one of `etag`. Raises `ApiFailed`."""
        request = Request(
            f"{self._url}/v1/catalogue",
            params={"store": store, "screen": screen},
            headers={"If-None-Match": etag} if etag and _can_be_sent(etag) else None,
        )
        response = self._transport.exchange(request, CATALOGUE_LIMIT)
        if response.status == HTTPStatus.NOT_MODIFIED:
            return None
        return Fetched(_take_body(response), response.headers.get("ETag"))

    def get_shoppers(self, store: str, cursor: str | None) -> bytes:
        """The shoppers who changed since `cursor`, or all, as they came. Raises `ApiFailed`."""
        params = {"store": store, "since": cursor} if cursor else {"store": store}
        return _take_body(self._transport.exchange(Request(f"{self._url}/v1/shoppers", params=params), SHOPPERS_LIMIT))

    def post_bookmark(self, bookmark: Bookmark) -> Answer:
        """Hand over a bookmark; the same one again does no harm. Never raises for what the network does."""
        headers = {**_JSON, "Idempotency-Key": bookmark.id}
        response = self._post("bookmarks", msgspec.json.encode(bookmark), headers)
        if not isinstance(response, Response):
            return response
        try:
            return Delivered(msgspec.json.decode(response.body, type=BookmarkAnswer))
        except JSON_FLAWS:
            # Was it taken? The same key asks again.
            return Again(Trouble.NOT_UNDERSTOOD.value)

    def post_events(self, batch: list[CloudEvent]) -> Receipt:
        """Hand over events; the same ones again do no harm. Never raises for what the network does."""
        response = self._post("events", msgspec.json.encode(batch), _BATCH)
        return Accepted() if isinstance(response, Response) else response

    def post_check_in(self, check_in: CheckIn) -> Reply:
        """Say who comes in; the same one again does no harm. Never raises for what the network does."""
        response = self._post("check-ins", msgspec.json.encode(check_in), _JSON)
        if not isinstance(response, Response):
            return response
        try:
            return Greeted(msgspec.json.decode(response.body, type=CheckInAnswer))
        except JSON_FLAWS:
            return Greeted(CheckInAnswer())  # it was heard, and nobody can be called by what it says

    def post_scan(self, scan: Scan) -> Finding:
        """Ask what was scanned; the same one again does no harm. Never raises for what the network does."""
        response = self._post("scans", msgspec.json.encode(scan), _JSON)
        if not isinstance(response, Response):
            return response
        try:
            return Told(msgspec.json.decode(response.body, type=ScanAnswer))
        except JSON_FLAWS:
            return Refused(response.status, Trouble.NOT_UNDERSTOOD.value)

    def download(self, url: str, limit: int) -> Iterator[bytes]:
        """The bytes at a media address of the catalogue, at most `limit`.

        Raises `ApiFailed`, and `MediaRefused` for an address that is not the API's own.
        """
        return self._transport.stream(Request(resolve_media_url(self._url, url)), limit)

    def _post(self, noun: str, body: bytes, headers: dict[str, str]) -> Response | Again | Refused:
        """A 2xx answer, or what to do about any other."""
        request = Request(f"{self._url}/v1/{noun}", "POST", body=body, headers=headers)
        try:
            return _sort_answer(self._transport.exchange(request, ANSWER_LIMIT))
        except ApiFailed as failure:
            return Again(failure.code, failure.after, failure.everyone)


def _can_be_sent(etag: str) -> bool:
    """Whether a header can carry it: one that was kept wrong, or sent wrong, would spoil every later request."""
    return etag.isascii() and etag.isprintable() and etag == etag.strip()


def _sort_answer(response: Response) -> Response | Refused:
    """Raises `ApiFailed` for what is worth another try."""
    if response.status in _SUCCESS:
        return response
    if response.status in _CLIENT_ERRORS and response.status not in _AGAIN:
        return Refused(response.status, _read_code(response))
    raise response.fail()


def _take_body(response: Response) -> bytes:
    if response.status != HTTPStatus.OK:
        raise response.fail()
    return response.body


def _read_code(response: Response) -> str:
    """The problem's stable code where there is one: short and plain, for it is shown."""
    try:
        code = msgspec.json.decode(response.body, type=_Problem).code
    except JSON_FLAWS:
        code = ""
    return code if code.isidentifier() and code.isascii() and len(code) <= 64 else f"http_{response.status}"  # noqa: PLR2004  # ample for a code
