"""Which store a command means."""

from sqlalchemy import URL
from sqlalchemy.orm import Session

from kiosk.errors import KioskError
from kiosk.hub.database import find_file
from kiosk.hub.models.store.store import Store, list_stores


class StoreMissing(KioskError):
    """No store was begun in the database at this address; of the address, which may hold a key, it tells the file."""

    def __init__(self, url: str | URL) -> None:
        where = file.absolute() if (file := find_file(url)) else "this database"
        super().__init__(f"there is no store in {where}: run `kiosk hub seed` first, or name another with --database")


class StoreNotFound(KioskError):
    """No store, or more than one, is meant; the text says what to name."""


def pick_store(session: Session, store_id: str | None) -> Store:
    """The store of this id, or the only one that there is. Raises `StoreNotFound`, or `StoreMissing` for none."""
    stores = list_stores(session)
    meant = [store for store in stores if store_id in (None, store.id)]
    if not stores:
        raise StoreMissing(session.get_bind().engine.url)
    if len(meant) != 1:
        message = f"say with --store which store it is: {', '.join(store.id for store in stores)}"
        raise StoreNotFound(message)
    return meant[0]
