"""The commands that bring tables in: `kiosk hub import events`, `receipts`, `members` and `articles`."""

import csv
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.contract.credential import parse_store_key
from kiosk.errors import FileRefused
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.profile_guide import IMPORT
from kiosk.hub.cli.store import pick_store
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket import article_row
from kiosk.hub.domain.profile import event_row, member_row, receipt_row
from kiosk.hub.domain.profile.importing import Progress, import_articles, import_events, import_members, import_receipts
from kiosk.hub.domain.profile.table import read_table
from kiosk.hub.settings import HubSettings

_NEEDED = {
    "events": event_row.NEEDED,
    "receipts": receipt_row.NEEDED,
    "members": member_row.NEEDED,
    "articles": article_row.NEEDED,
}
_SAY_EVERY = 10_000


def add_import_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import`; it sets `run`, as `add_hub_commands` says."""
    importer = commands.add_parser(
        "import",
        help="bring in a table of events, receipts, members or articles",
        description=IMPORT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    importer.add_argument("what", choices=tuple(_NEEDED), help="what the rows are")
    importer.add_argument("file", metavar="FILE.csv", type=Path, help="the table")
    importer.add_argument("--store", metavar="ID", help="whose they are, where there are several stores")
    importer.add_argument("--store-key", metavar="FILE", type=Path, help="hashes the raw ids of cards and beacons")
    importer.add_argument(
        "--refused", metavar="FILE", type=Path, help="the report (default: beside FILE, as .refused.csv)"
    )
    add_database(importer)
    importer.set_defaults(run=note_first("hub import", _import))


def _import(arguments: Namespace) -> int:
    key = _read_key(arguments.store_key) if arguments.store_key else None
    report = arguments.refused or arguments.file.with_suffix(".refused.csv")
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        with hub.database.read() as session:
            store_id = pick_store(session, arguments.store).id
        last = _report(_start(hub, arguments, store_id, key), report)
    refused = last.rows - last.taken
    say(f"{last.rows} rows: {last.taken} taken, {refused} refused." + (f" Why, says {report}." if refused else ""))
    return 1 if refused else 0


def _read_key(path: Path) -> bytes:
    try:
        return parse_store_key(path.read_text(encoding="ascii"))
    except (OSError, UnicodeError) as error:
        message = f"{path}: cannot be read as a store key"
        raise FileRefused(message) from error


def _start(hub: Hub, arguments: Namespace, store_id: str, key: bytes | None) -> Iterator[Progress]:
    rows = read_table(arguments.file, _NEEDED[arguments.what])
    if arguments.what == "events":
        return import_events(hub, store_id, rows)
    if arguments.what == "articles":
        return import_articles(hub, store_id, rows)
    take = import_receipts if arguments.what == "receipts" else import_members
    return take(hub, store_id, rows, key)


def _report(parts: Iterable[Progress], path: Path) -> Progress:
    """Say how far it got, and write where rows were refused: no word of what stood in them."""
    last = Progress(0, 0, ())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("line", "column", "reason"))
        for part in parts:
            writer.writerows((one.line, one.column, one.reason) for one in part.refused)
            if part.rows // _SAY_EVERY > last.rows // _SAY_EVERY:
                say(f"{part.rows} rows, {part.taken} taken ...")
            last = part
    if last.rows == last.taken:
        path.unlink()
    return last
