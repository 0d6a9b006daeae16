"""Keeps offers and loop as the loyalty API has them, and shows none of it before its pictures are here."""

import logging
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.contract.offer import MediaRef
from kiosk.core.events import Event
from kiosk.core.fault import FaultSink
from kiosk.loyalty.failure import ApiFailed, Flaw, MediaRefused, WireRefused
from kiosk.loyalty.last_good import LastGood, Remembered
from kiosk.loyalty.media import Kind, Media
from kiosk.loyalty.playable import list_media
from kiosk.loyalty.recall import choose_playable, recall_playable
from kiosk.loyalty.wire import Fetched, Skipped, WireCatalogue, parse_catalogue
from kiosk.offers.posterior import Redeemed

if TYPE_CHECKING:
    # It loads the network's modules, for which the first picture must not wait.
    from kiosk.loyalty.api import LoyaltyApi


_PASSING = {Flaw.ELSEWHERE, Flaw.TOO_LARGE, Flaw.WRONG_BYTES, Flaw.NO_ROOM}
"""What is wrong with server or disk, and may be well at the next sync; any other flaw is the file's own."""

_log = logging.getLogger(__name__)


class CatalogueSync:
    """One screen's catalogue; `sync` is called again and again from one thread.

    `credit` is told at each sync what was redeemed of this screen's bookmarks, ever: hearing it again must do no harm.
    Faults: `catalogue` (`unreadable`, `skipped_items`, `not_kept`) and `media` (`unavailable`).
    """

    def __init__(  # noqa: PLR0913  # its ports, each named where the application wires them
        self,
        *,
        store: str,
        screen: str,
        api: "LoyaltyApi",
        media: Media,
        check: Callable[[Path, Kind], None],
        last_good: LastGood,
        remembered: Remembered,
        post: Callable[[Event], None],
        credit: Callable[[Redeemed], None],
        faults: FaultSink,
    ) -> None:
        self._store = store
        self._screen = screen
        self._api = api
        self._media = media
        self._check = check
        self._last_good = last_good
        self._post = post
        self._credit = credit
        self._faults = faults
        self._wanted = remembered.catalogue
        self._etag = remembered.etag
        self._unsaved: Fetched | None = None
        self._unplayable: set[str] = set()
        self._shown = recall_playable(remembered, media)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What of the newest catalogue was left out, and why; safe to read from any thread."""
        return self._wanted.skipped if self._wanted else ()

    def sync(self) -> None:
        """Ask for the catalogue, have its media, tell what changed. Raises `ApiFailed`."""
        fetched = self._api.get_catalogue(self._store, self._screen, self._etag)
        if fetched:
            self._take(fetched)
        if self._wanted:
            self._credit(self._wanted.redeemed)
            self._show(self._wanted)

    def _take(self, fetched: Fetched) -> None:
        try:
            self._wanted = parse_catalogue(fetched.raw)
        except WireRefused:
            self._faults.set_fault("catalogue", "unreadable")
            return
        self._etag = fetched.etag
        self._unsaved = fetched
        self._faults.set_fault("catalogue", "skipped_items" if self._wanted.skipped else None)

    def _show(self, wanted: WireCatalogue) -> None:
        came = self._fetch_media(wanted)
        playable = choose_playable(wanted, self._media)
        self._faults.set_fault("media", "unavailable" if playable.missing else None)
        if playable.missing and not playable.offers and not playable.playlist:
            # An old loop is better than none.
            return
        self._save()
        # What rotted on the disk, and so left the loop, plays again.
        if came or playable != self._shown:
            self._shown = playable
            self._post(playable.as_event())

    def _fetch_media(self, wanted: WireCatalogue) -> bool:
        """Have what is not here yet; whether anything came. What cannot be had is tried again at the next sync."""
        came = False
        named = {ref.sha256 for catalogue in (wanted, self._shown) for ref, _ in list_media(catalogue)}
        for ref, kind in list_media(wanted):
            if self._media.is_sound(ref):
                self._media.touch(ref)
                continue
            self._media.drop(ref)
            if ref.sha256 not in self._unplayable:
                came = self._fetch(ref, kind, named) or came
        return came

    def _fetch(self, ref: MediaRef, kind: Kind, named: Collection[str]) -> bool:
        """Whether it came. What no decoder shows today it will not show at the next sync."""
        try:
            self._media.make_room(ref.bytes, named)
            self._media.fetch(ref, kind, self._api.download, self._check)
        except MediaRefused as refused:
            if refused.flaw not in _PASSING:
                self._unplayable.add(ref.sha256)
                _log.info("left out: the %s %s: %s", kind, ref.sha256[:12], refused.flaw)
            return False
        except ApiFailed:
            return False
        return True

    def _save(self) -> None:
        if self._unsaved is None:
            return
        try:
            self._last_good.save_catalogue(self._unsaved.raw, self._unsaved.etag)
            self._unsaved = None
        except OSError:
            self._faults.set_fault("catalogue", "not_kept")
