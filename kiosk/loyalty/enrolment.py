"""Asks the loyalty API to let this screen in by a code that a manager approves. Imported late, as `api.py`."""

from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, field

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.loyalty.admission import Admission, Pass, PassSpent, Waiting
from kiosk.loyalty.failure import ApiFailed, Trouble
from kiosk.loyalty.retry_after import parse_retry_after
from kiosk.loyalty.transport import Request, Response, Timeouts, Transport

ANSWER_LIMIT = 64 * 2**10

# It asks about as often as a server gives up an idle connection: an old one might be gone just then.
_HEADERS = {"Content-Type": "application/json", "Connection": "close"}
_SPENT = {HTTPStatus.FORBIDDEN, HTTPStatus.GONE}
_Name = Annotated[str, Meta(min_length=1, max_length=128)]


class _Settings(Struct):
    zones: tuple[_Name, ...] = ()


class _Approved(Struct):
    """The token is such as a header can carry."""

    token: Annotated[str, Meta(pattern=r"^[!-~]{1,4096}\Z")]
    store: _Name
    screen: _Name
    settings: _Settings = field(default_factory=_Settings)


class EnrolmentApi:
    """`POST /v1/screens/enrol` of one loyalty API. It logs nothing."""

    def __init__(self, url: str, ca_file: Path | None = None, timeouts: Timeouts | None = None) -> None:
        self._url = f"{url.rstrip('/')}/v1/screens/enrol"
        self._transport = Transport(None, ca_file, timeouts or Timeouts())

    def ask(self, shown: Pass) -> Admission | Waiting:
        """Ask once. Raises `PassSpent` where only another code can help, and `ApiFailed`."""
        request = Request(self._url, "POST", body=msgspec.json.encode(shown), headers=_HEADERS)
        response = self._transport.exchange(request, ANSWER_LIMIT)
        if response.status in _SPENT:
            raise PassSpent
        try:
            return _read(response)
        except JSON_FLAWS as flaw:
            raise ApiFailed(Trouble.NOT_UNDERSTOOD) from flaw


def _read(response: Response) -> Admission | Waiting:
    if response.status == HTTPStatus.ACCEPTED:
        waiting = msgspec.json.decode(response.body, type=Waiting)
        asked = parse_retry_after(response.headers.get("Retry-After"), response.headers.get("Date"), datetime.now(UTC))
        return msgspec.structs.replace(waiting, again_after=asked)
    if response.status != HTTPStatus.OK:
        raise response.fail()
    said = msgspec.json.decode(response.body, type=_Approved)
    return Admission(said.token, said.store, said.screen, said.settings.zones)
