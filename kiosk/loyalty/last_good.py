"""The last good answers on disk, so that a start without network shows what was shown before. Light to import."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import Raw, Struct

from kiosk.contract.shopper import Shopper
from kiosk.core.fault import FaultSink
from kiosk.loyalty.failure import WireRefused
from kiosk.loyalty.wire import WireCatalogue, parse_catalogue
from kiosk.state_file import StateFile, StateUnusable

CATALOGUE_FILE = "catalogue.json"
SHOPPERS_FILE = "shoppers.json"
LARGEST = 128_000_000
"""No file of ours has more bytes."""
UNREADABLE = "last_good_unreadable"


class Remembered(Struct, frozen=True):
    """What was good when the screen last heard of it; `catalogue` is `None` when there was none."""

    catalogue: WireCatalogue | None = None
    etag: str | None = None
    shoppers: dict[str, Shopper] = {}
    cursor: str | None = None


class _File(Struct):
    store: str


class _CatalogueFile(_File):
    etag: str | None
    body: Raw


class _ShoppersFile(_File):
    cursor: str
    shoppers: list[Shopper]


File = TypeVar("File", bound=_File)


class LastGood:
    """Two files in the state folder, of this store."""

    def __init__(self, folder: Path, store: str) -> None:
        self._catalogue = StateFile(folder / CATALOGUE_FILE, _CatalogueFile, LARGEST)
        self._shoppers = StateFile(folder / SHOPPERS_FILE, _ShoppersFile, LARGEST)
        self._store = store

    def load(self, faults: FaultSink) -> Remembered:
        """What was kept for this store; what is missing or damaged counts as never heard.

        Damage is fault `catalogue/last_good_unreadable`; the next good answer replaces it.
        """
        kept = self._read(self._catalogue, faults)
        page = self._read(self._shoppers, faults)
        return Remembered(
            catalogue=_parse_kept(kept.body, faults) if kept else None,
            etag=kept.etag if kept else None,
            shoppers={shopper.key: shopper for shopper in page.shoppers} if page else {},
            cursor=page.cursor if page else None,
        )

    def save_catalogue(self, raw: bytes, etag: str | None) -> None:
        """Keep a catalogue as it came. Raises `OSError`."""
        self._catalogue.write(_CatalogueFile(self._store, etag, Raw(raw)))

    def save_shoppers(self, cursor: str, shoppers: Iterable[Shopper]) -> None:
        """Keep these shoppers and no others. Raises `OSError`."""
        self._shoppers.write(_ShoppersFile(self._store, cursor, list(shoppers)))

    def forget_shoppers(self) -> None:
        """Keep nobody. Raises `OSError`."""
        self._shoppers.remove()

    def _read(self, file: StateFile[File], faults: FaultSink) -> File | None:
        try:
            content = file.read()
        except StateUnusable:
            faults.set_fault("catalogue", UNREADABLE)
            return None
        # Another store's people and offers are none of ours.
        return content if content and content.store == self._store else None


def _parse_kept(body: Raw, faults: FaultSink) -> WireCatalogue | None:
    try:
        return parse_catalogue(bytes(body))
    except WireRefused:
        faults.set_fault("catalogue", UNREADABLE)
        return None
