"""From a folder to the items of a loop: each that can play, and of each other one the reason why not."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.contract.video import VideoRefused
from kiosk.signage.folder import LONGEST_NAME, Stamp
from kiosk.signage.listing import Refusal, Wish, refuse
from kiosk.signage.lists import read_listing
from kiosk.signage.media_file import Keep, find_kind_flaw, identify_file, is_stray, is_video, measure_file, phrase_flaw

ID = "folder:{name}"
"""The id of an item: no server gives such ones."""


class Loop(Struct, frozen=True):
    """What the folder gives to play, and when its cycle began on screens that keep step."""

    items: tuple[Item, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    epoch: datetime | None = None


class _Kept(Struct, frozen=True):
    """A file that is kept, and how many seconds it plays if it is a video."""

    ref: MediaRef
    seconds: float | None


class _Unusable(Exception):
    """A wish cannot be fulfilled; its text says why."""


class Importer:
    """Reads one folder again and again; a file that has not changed is neither read nor kept anew.

    `keep` has the bytes of each picture and video before an item names it. All methods belong to one thread.
    """

    def __init__(self, folder: Path, zone: ZoneInfo, keep: Keep, list_name: str | None = None) -> None:
        self._folder = folder
        self._zone = zone
        self._keep = keep
        self._list_name = list_name
        self._kept: dict[tuple[str, Stamp], _Kept] = {}

    def read(self, files: Mapping[str, Stamp]) -> Loop:
        """The loop of these files, which lie still. Never raises: what cannot be read is a refusal."""
        listing = read_listing(self._folder, files, self._zone, self._list_name)
        items: dict[str, Item] = {}
        refusals = list(listing.refusals)
        for wish in listing.wishes:
            try:
                item = self._make_item(_choose_id(wish, items), wish, files)
                items[item.id] = item
            except _Unusable as error:
                strays = not wish.is_named and is_stray(wish.name)
                refusals.append(refuse(wish.name, str(error), is_stray=strays))
        self._kept = {key: kept for key, kept in self._kept.items() if files.get(key[0]) == key[1]}
        return Loop(tuple(items.values()), tuple(refusals), listing.epoch)

    def _make_item(self, id_: str, wish: Wish, files: Mapping[str, Stamp]) -> Item:
        if not wish.name.isprintable():
            message = "its name has odd characters"
            raise _Unusable(message)
        media = self._have(wish.file, files) if wish.file else None
        portrait = self._have(wish.portrait, files) if wish.file and wish.portrait else None
        if media and portrait and (media.seconds is None) != (portrait.seconds is None):
            message = "of the file and its portrait one is a video, and one is none"
            raise _Unusable(message)
        return Item(
            id=id_,
            kind=_choose_kind(wish),
            media=media.ref if media else None,
            media_portrait=portrait.ref if portrait else None,
            offer=wish.offer,
            title=wish.ticker or wish.title,
            text=wish.text,
            seconds=wish.seconds or (media and media.seconds) or wish.usual_seconds,
            valid=wish.valid,
            dayparts=wish.dayparts,
            priority=wish.priority,
            weight=wish.weight,
        )

    def _have(self, name: str, files: Mapping[str, Stamp]) -> _Kept:
        if name not in files:
            message = "there is no such file in the folder, or it is still being copied"
            raise _Unusable(message)
        known = self._kept.get((name, files[name]))
        if known:
            return known
        flaw = find_kind_flaw(name)
        if flaw:
            raise _Unusable(flaw)
        kept = self._keep_file(name)
        self._kept[name, files[name]] = kept
        return kept

    def _keep_file(self, name: str) -> _Kept:
        path = self._folder / name
        try:
            ref = identify_file(path)
            flaw = self._keep(ref, path)
            seconds = measure_file(path) if is_video(name) and not flaw else None
        except (OSError, VideoRefused) as error:
            message = "cannot be read"
            raise _Unusable(message) from error
        if flaw:
            raise _Unusable(phrase_flaw(flaw))
        return _Kept(ref, seconds)


def _choose_kind(wish: Wish) -> Literal["image", "video", "offer", "text", "ticker"]:
    if wish.ticker:
        return "ticker"
    if wish.file:
        return "video" if is_video(wish.file) else "image"
    return "text" if wish.title else "offer"


def _choose_id(wish: Wish, taken: Mapping[str, Item]) -> str:
    """A list may name a file more than once."""
    first = ID.format(name=wish.name[:LONGEST_NAME])
    numbers = (f"{first}#{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(one for one in numbers if one not in taken)
