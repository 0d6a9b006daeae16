"""An access point of OpenEPaperLink, by its HTTP interface."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import msgspec
import requests
from msgspec import Meta, Struct, field

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.shelf_labels.access_point import AccessPointAway, LabelRefused, Panel, Sighting

TIMEOUT_S = 5.0
LARGEST = 256 * 1024
"""Bytes of one answer; a page of its labels has some 5,000."""
MOST_PAGES = 256
_PART = 16 * 1024
_REFUSED = 400
_SAYS = "answers {}, and nothing of use"
_OK = 200
_NO_BATTERY = frozenset({0, 1337})
"""Millivolts of what has no battery to tell of (`getTagCount` in its `tag_db.cpp`)."""
_UNKNOWN_BEFORE = 3600
"""Seconds since 1970 before which its moments are none."""

Shape = TypeVar("Shape")
_Side = Annotated[int, Meta(ge=64, le=2000)]
_Moment = Annotated[int, Meta(ge=0, le=1 << 33)]


class _Tag(Struct, frozen=True):
    mac: Annotated[str, Meta(pattern=r"^[0-9A-F]{16}\Z")]
    kind: Annotated[int, Meta(ge=0, le=255)] = field(name="hwType")
    seen: _Moment = field(name="lastseen", default=0)
    next: _Moment = field(name="nextcheckin", default=0)
    pending: int = 0
    battery_mv: Annotated[int, Meta(ge=0, le=65535)] = field(name="batteryMv", default=0)


class _Page(Struct, frozen=True):
    tags: Annotated[list[_Tag], Meta(max_length=256)]
    more_from: int | None = field(name="continu", default=None)


class _Kind(Struct, frozen=True):
    width: _Side
    height: _Side
    colours: dict[str, list[int]] = field(name="colortable", default_factory=dict[str, list[int]])


class OpenEPaperLink:
    """The one at this address, such as `http://192.0.2.7`, without a slash at its end."""

    def __init__(self, url: str, timeout_s: float = TIMEOUT_S) -> None:
        self._url = url
        self._timeout_s = timeout_s
        self._panels: dict[int, Panel | None] = {}

    def list_sightings(self) -> list[Sighting]:
        """As `AccessPoint`."""
        return [_view(tag) for page in self._list_pages() for tag in page.tags]

    def find_panel(self, kind: int) -> Panel | None:
        """As `AccessPoint`; what it said once it is not asked for again."""
        if kind not in self._panels:
            status, body = self._ask("GET", f"/tagtypes/{kind:02X}.json")
            told = _parse(body, _Kind) if status == _OK else None
            self._panels[kind] = Panel(told.width, told.height, "red" in told.colours) if told else None
        return self._panels[kind]

    def send_picture(self, mac: str, jpeg: bytes) -> None:
        """As `AccessPoint`. Without dithering it takes the panel's colour that is next to each pixel's."""
        # The form's fields come before the file: it looks for them as the file begins.
        form = {"mac": mac, "dither": "0"}
        status, body = self._ask("POST", "/imgupload", form, jpeg)
        if status == _REFUSED:
            message = f"label {mac}: the access point does not take it ({body[:64].decode('ascii', 'replace')})"
            raise LabelRefused(message)
        if status != _OK:
            raise AccessPointAway(_SAYS.format(status))

    def _list_pages(self) -> Iterator[_Page]:
        place = 0
        for _ in range(MOST_PAGES):
            status, body = self._ask("GET", f"/get_db?pos={place}")
            page = _parse(body, _Page) if status == _OK else None
            if page is None:
                raise AccessPointAway(_SAYS.format(status))
            yield page
            if page.more_from is None or page.more_from <= place:
                return
            place = page.more_from

    def _ask(
        self, method: str, path: str, data: Mapping[str, str] | None = None, jpeg: bytes | None = None
    ) -> tuple[int, bytes]:
        files = {"file": ("label.jpg", jpeg, "image/jpeg")} if jpeg else None
        try:
            with requests.Session() as session:
                session.trust_env = False
                answer = session.request(
                    method,
                    self._url + path,
                    data=data,
                    files=files,
                    timeout=self._timeout_s,
                    allow_redirects=False,
                    stream=True,
                )
                with answer:
                    return answer.status_code, _read(answer)
        except (OSError, requests.RequestException) as error:
            instead = f"does not answer ({type(error).__name__})"
            raise AccessPointAway(instead) from None


def _read(answer: requests.Response) -> bytes:
    body = bytearray()
    for part in answer.iter_content(_PART):
        body += part
        if len(body) > LARGEST:
            raise AccessPointAway(_SAYS.format("without an end"))
    return bytes(body)


def _parse(body: bytes, shape: type[Shape]) -> Shape | None:
    try:
        return msgspec.json.decode(body, type=shape)
    except JSON_FLAWS:
        return None


def _view(tag: _Tag) -> Sighting:
    battery_mv = None if tag.battery_mv in _NO_BATTERY else tag.battery_mv
    return Sighting(tag.mac, tag.kind, _read_moment(tag.seen), _read_moment(tag.next), tag.pending > 0, battery_mv)


def _read_moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds >= _UNKNOWN_BEFORE else None
