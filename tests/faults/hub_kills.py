"""The hub itself, killed at random while taps arrive, and begun anew with what lies on its disk."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event as Flag

from msgspec.structs import replace
from typing_extensions import override

from kiosk.contract.bookmark import Bookmark
from kiosk.loyalty.transport import Timeouts
from kiosk.shop.hub import RunningHub, open_hub, start_hub
from tests.doubles.chance import seed_chance
from tests.faults.ledger import Books, judge, make_credential, read_diary
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

OFFER = "o-vase"
TAPS = 200
LONGEST_LIFE_S = 1.0
DELIVERED_BY_S = 120.0


class HubScreen(FaultScreen):
    """A screen of this hub's own shop."""

    def __init__(self, folder: Path, hub: RunningHub, life: int) -> None:
        token = Path(hub.shop.token_file).read_text(encoding="utf-8").strip()
        super().__init__(folder, hub.url, life, token=token, timeouts=Timeouts())
        self._shop = hub.shop

    @override
    def make_tap(self, number: int) -> Bookmark:
        return replace(super().make_tap(number), store=self._shop.store, screen=self._shop.screen, offer=OFFER)


def kill_hub(folder: Path, seed: int, kills: int) -> Finding:
    """So many hubs over one database, each killed amid the taps of one life of a screen; the last one lives."""
    chance = seed_chance(seed)
    home = folder / "hub"
    amid = 0
    with _end(start_hub(home)):
        pass
    for life in range(kills):
        with _end(open_hub(home)) as hub:
            screen = HubScreen(folder, hub, life)
            screen.keeper.start()
            screen.courier.start()
            for number in range(TAPS):
                screen.order(number)
            Flag().wait(chance.uniform(0, LONGEST_LIFE_S))
        screen.keeper.stop(60)
        screen.courier.stop()
        amid += 0 < screen.outbox.count().waiting < (life + 1) * TAPS
        screen.close()
    with _end(open_hub(home)) as hub:
        heir = HubScreen(folder, hub, kills)
        heir.deliver_all(DELIVERED_BY_S)
        dead = heir.outbox.count().dead
        heir.close()
    verdict = judge(read_diary(folder, "tapped"), read_diary(folder, "saved"), _read_books(home / "hub.db"))
    notes: dict[str, float] = {"of them amid a backlog": amid, "booked": verdict.booked}
    return Finding("hub killed at random", kills, verdict, notes, (f"{dead} dead letters",) if dead else ())


@contextmanager
def _end(hub: RunningHub) -> Generator[RunningHub, None, None]:
    """Within it serves; then it is killed."""
    try:
        yield hub
    finally:
        hub.program.process.kill()
        hub.program.process.wait()


def _read_books(path: Path) -> Books:
    """Of our taps, in the order in which the hub wrote to the members' conversations.

    Who a member is her first tap says; each credential has one member, and each member one credential.
    """
    with closing(sqlite3.connect(path)) as database:
        rows: list[tuple[str, str, str]] = database.execute(
            "SELECT id, impression, member_key FROM bookmarks WHERE impression = id ORDER BY first_message_id"
        ).fetchall()
    credentials: dict[str, str] = {}
    booked = {id_: f"{tap} {credentials.setdefault(member, make_credential(tap))}" for id_, tap, member in rows}
    return Books(booked, len(rows), len(credentials) - len(set(credentials.values())))
