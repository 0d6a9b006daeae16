import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from kiosk.bench.hub.bare import Shelf
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.routes.bookmark import BookmarkIn
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.wire import CredentialIn

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OFFER = "o-lamp"


def _count_rows(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}  # noqa: S608 - the hub's own names


def _keep_at_hub(file: Path, name: str, card: str) -> None:
    url = f"sqlite:///{file}"
    hub = Hub(HubSettings(url), open_database(url))
    with hub.database.write() as session:
        tap = Tap(name, "f", "ndef", card, NOW, "de", FIRST_SCREEN)
        keep_offer(hub, session, session.get_one(Offer, OFFER), tap)
    hub.database.close()


def _keep_bare(file: Path, name: str, card: str) -> None:
    body = BookmarkIn(
        id=name,
        offer=OFFER,
        store=STORE,
        screen=FIRST_SCREEN,
        credential=CredentialIn(kind="ndef", value=card),
        tapped_at=NOW,
        language="de",
    )
    shelf = Shelf(f"sqlite:///{file}")
    shelf.lay_out()
    shelf.keep(body, f"token of {name}")


def _list_growth(file: Path, keep: Callable[[Path, str, str], None]) -> list[dict[str, int]]:
    """By how many rows which tables grow with a tap of a new card, with its next, and with another new one's."""
    keep(file, "first-of-all", "c" * 64)  # opens the offer's accounts
    counts = [_count_rows(file)]
    for name, card in (("1", "a"), ("2", "a"), ("3", "b")):
        keep(file, name, card * 64)
        counts.append(_count_rows(file))
    return [
        {table: count - before[table] for table, count in after.items() if count != before[table]}
        for before, after in pairwise(counts)
    ]


def test_a_tap_makes_as_many_rows_in_each_table_as_at_the_hub(shop: Path, tmp_path: Path) -> None:
    files = [Path(shutil.copyfile(shop, tmp_path / name)) for name in ("hub.sqlite3", "bare.sqlite3")]
    at_hub, bare = (_list_growth(file, keep) for file, keep in zip(files, (_keep_at_hub, _keep_bare), strict=True))

    assert at_hub == bare
    assert at_hub[0] == {
        "members": 1,
        "credentials": 1,
        "conversations": 1,
        "messages": 1,
        "bookmarks": 1,
        "claims": 1,
        "ledger_postings": 1,
        "ledger_lines": 2,
    }
