"""The assets of an Anthias player (once Screenly OSE), as `GET /api/v2/assets` answers them.

Source of the members: the project's serializers for that address (Screenly/Anthias, `api/serializers/v2.py`); older
versions write truth as 0 and 1 and durations as text. Its copies of files are found by their names beside the list.
"""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta, Raw, Struct

from kiosk.contract.daypart import DAYS, Day, Daypart
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Validity
from kiosk.contract.playlist import Seconds
from kiosk.signage.listing import MOST_ITEMS, SECONDS, Listing, ListRefused, Refusal, Wish, refuse
from kiosk.signage.names import find_local_name

_KINDS = {"webpage": "a web page: none is ever opened", "streaming": "a stream: none is ever opened"}

_Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?\Z")]


class _Asset(Struct, frozen=True):
    """One asset; what a screen of ours decides by itself (`nocache`, `skip_asset_check`) is not read."""

    uri: str
    name: str | None = None
    mimetype: str | None = None
    duration: Seconds = SECONDS
    start_date: datetime | None = None
    end_date: datetime | None = None
    is_enabled: bool = True
    is_processing: bool = False
    play_order: int = 0
    play_days: list[Annotated[int, Meta(ge=1, le=7)]] | None = None
    play_time_from: _Clock | None = None
    play_time_to: _Clock | None = None


def read_anthias(raw: bytes, zone: ZoneInfo) -> Listing:
    """The listing of the assets, in their order of play. Raises `ListRefused`."""
    try:
        raws = msgspec.json.decode(raw, type=list[Raw])
    except JSON_FLAWS as error:
        message = "is no JSON list of assets"
        raise ListRefused(message) from error
    wishes: list[tuple[int, Wish]] = []
    refusals = [refuse(f"asset {MOST_ITEMS + 1}", "one too many, like all after it")] if len(raws) > MOST_ITEMS else []
    for number, one in enumerate(raws[:MOST_ITEMS], start=1):
        asset = _read_asset(one)
        if asset is None:
            refusals.append(refuse(f"asset {number}", "is no asset of that program"))
            continue
        found = _take_asset(asset, zone)
        if isinstance(found, Wish):
            wishes.append((asset.play_order, found))
        else:
            refusals.append(found)
    return Listing(tuple(wish for _, wish in sorted(wishes, key=lambda pair: pair[0])), tuple(refusals))


def _read_asset(raw: Raw) -> _Asset | None:
    try:
        return msgspec.convert(msgspec.json.decode(raw), _Asset, strict=False)
    except JSON_FLAWS:
        return None


def _take_asset(asset: _Asset, zone: ZoneInfo) -> Wish | Refusal:
    name = find_local_name(asset.uri)
    shown = asset.name or name or "asset"
    reason = _KINDS.get(asset.mimetype or "")
    if reason or name is None:
        return refuse(shown, reason or "lies on the network: only files beside the list are shown")
    if not asset.is_enabled:
        return refuse(shown, "switched off in the list")
    if asset.is_processing:
        return refuse(shown, "not ready in the program that wrote the list")
    valid = Validity(_place(asset.start_date, zone), _place(asset.end_date, zone))
    return Wish(shown, file=name, seconds=asset.duration, valid=valid, dayparts=_read_dayparts(asset))


def _place(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=zone)


def _read_dayparts(asset: _Asset) -> tuple[Daypart, ...]:
    days: tuple[Day, ...] = tuple(DAYS[day - 1] for day in sorted(set(asset.play_days or ())))
    if not days and not asset.play_time_from and not asset.play_time_to:
        return ()
    return (Daypart(asset.play_time_from or "00:00", asset.play_time_to or "24:00", days),)
