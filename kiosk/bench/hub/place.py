"""The databases that a hub is measured on: SQLite, and PostgreSQL where it is installed."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from kiosk.errors import KioskError
from kiosk.shop.postgres import find_postgres, start_postgres

Place: TypeAlias = Callable[[Path], str]
"""Makes the address of an empty database; SQLite keeps it in the folder."""
Places: TypeAlias = dict[str, Place]
"""By the database's name."""


@contextmanager
def open_places() -> Generator[Places, None, None]:
    """Both kinds, or SQLite alone; they keep what they answered for, as in earnest."""
    with ExitStack() as servers:
        places: Places = {"sqlite": _name_file}
        if _has_postgres():
            server = servers.enter_context(start_postgres(hasty=False))
            places["postgresql"] = lambda _folder: server.find(server.make_database())
        yield places


def _name_file(folder: Path) -> str:
    return f"sqlite:///{folder / 'hub.db'}"


def _has_postgres() -> bool:
    try:
        return bool(find_postgres("postgres"))
    except KioskError:
        return False
