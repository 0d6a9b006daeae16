"""How many bookmarks a second the hub keeps, and how long each takes, however many members it has."""

import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean
from typing import TypeAlias

import requests
from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.hub.members import add_members
from kiosk.bench.hub.place import Place, open_places
from kiosk.bench.hub.taps import Desk, Rush, rush
from kiosk.bench.report import Report, Value
from kiosk.bench.side import Side
from kiosk.errors import KioskError
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.store.store import Store
from kiosk.shop.hub import start_hub

BARE = "bare"
Tell: TypeAlias = Callable[[str], None]
"""Hears in a line how far it is."""
WARM_UP = 10
_ANSWER_S = 10.0
_START_S = 60.0


class Load(Struct, frozen=True):
    """What eight screens at once had of a hub."""

    answers: Figures
    bookmarks_per_s: float

    def __str__(self) -> str:
        """One line to read."""
        return f"{self.answers}, {self.bookmarks_per_s:.0f} bookmarks/s"


def tell_aside(line: str) -> None:
    """Where it disturbs no report."""
    sys.stderr.write(f"{line}\n")


def tell_on(tell: Tell, place: str, line: str) -> None:
    """With the database that it is about."""
    tell(f"{place}: {line}")


def measure_hub(effort: Effort, tell: Tell = tell_aside) -> Report:
    """Rounds of bookmarks at hubs with few and many members and at the bare program, in turns, on each database."""
    loads: dict[str, dict[str, Load]] = {}
    with open_places() as places:
        for place in places:
            tell_here = partial(tell_on, tell, place)
            with open_desks(places[place], effort.members, tell_here) as desks:
                loads[place] = take_turns(desks, effort, tell_here)
    return judge_hub(loads, effort.members)


@contextmanager
def open_desks(place: Place, sizes: tuple[int, ...], tell: Tell) -> Generator[dict[str, Desk], None, None]:
    """A hub for each size, and the bare program, by name; everything is gone afterwards."""
    with ExitStack() as stack:
        desks = {str(size): open_desk(stack, place, size, tell) for size in sizes}
        desk, url = desks[str(min(sizes))], place(make_folder(stack))
        lay_out(url, desk)
        bare = stack.enter_context(Side("hub.bare", [url]))
        desks[BARE] = replace(desk, url=f"http://127.0.0.1:{hear_port(bare)}")
        yield desks


def open_desk(stack: ExitStack, place: Place, size: int, tell: Tell) -> Desk:
    """A hub of its own with so many members; the stack ends it."""
    folder = make_folder(stack)
    url = place(folder)
    hub = start_hub(folder, database=url)
    stack.callback(hub.program.stop)
    add_members(url, hub.shop.store, size, lambda count: tell(f"{count:,} of {size:,} members"))
    token = Path(hub.shop.token_file).read_text(encoding="utf-8").strip()
    desk = Desk(hub.url, token, hub.shop.store, hub.shop.screen, (), size)
    return replace(desk, offers=list_offers(desk))


def make_folder(stack: ExitStack) -> Path:
    """An empty folder, gone once the stack ends."""
    return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vitrine-bench-")))


def lay_out(url: str, desk: Desk) -> None:
    """Have in an empty database what rows as the hub's refer to: tables, store, offers, and as many members."""
    migrate_database(url)
    database = open_database(url)
    with database.write() as session:
        session.add(Store(id=desk.store, name="S", time_zone="UTC", language="de"))
        session.flush()
        session.add_all(
            Offer(id=offer, store_id=desk.store, title={}, text={}, currency="EUR") for offer in desk.offers
        )
    database.close()
    add_members(url, desk.store, desk.members)


def list_offers(desk: Desk) -> list[str]:
    """What the hub's screen shows that never runs out."""
    where = {"store": desk.store, "screen": desk.screen}
    headers = {"Authorization": f"Bearer {desk.token}"}
    answer = requests.get(f"{desk.url}/v1/catalogue", where, headers=headers, timeout=_ANSWER_S)
    return [offer["id"] for offer in answer.json()["offers"] if not offer.get("budget")]


def hear_port(bare: Side) -> int:
    """Where the bare program listens; raises `KioskError` where it does not say so in time."""
    said = bare.hear(_START_S)
    if said is None:
        message = "the bare program did not come up"
        raise KioskError(message)
    return said.count


def take_turns(desks: dict[str, Desk], effort: Effort, tell: Tell) -> dict[str, Load]:
    """What each had, after some bookmarks that do not count."""
    chance = Random(1)  # noqa: S311 - the same taps in every run
    for desk in desks.values():
        rush(desk, WARM_UP, chance)
    rushes: dict[str, list[Rush]] = {name: [] for name in desks}
    for number in range(effort.rounds):
        tell(f"round {number + 1} of {effort.rounds}")
        for name, desk in desks.items():
            rushes[name].append(rush(desk, effort.events, chance))
    return {name: weigh(list_of) for name, list_of in rushes.items()}


def weigh(rushes: list[Rush]) -> Load:
    """All rounds of one of them together."""
    answers = [seconds for each in rushes for seconds in each.answers]
    return Load(Figures.of(answers), round(fmean(len(each.answers) / each.took_s for each in rushes), 1))


def judge_hub(loads: dict[str, dict[str, Load]], sizes: tuple[int, ...]) -> Report:
    """What very many members cost, and what the hub does beyond the bare framework and driver."""
    few, many = str(min(sizes)), str(max(sizes))
    verdicts = [
        verdict
        for place, by_size in loads.items()
        for verdict in (
            Verdict(f"x as long among {many} as among {few} on {place}", 1.2, compare(by_size, many, few)),
            Verdict(f"x the same rows by bare framework and driver on {place}", 1.3, compare(by_size, few, BARE)),
        )
    ]
    values: dict[str, Value] = {
        f"{place}_{size}": load for place, by_size in loads.items() for size, load in by_size.items()
    }
    return Report("hub", values, tuple(verdicts))


def compare(by_size: dict[str, Load], one: str, other: str) -> float:
    """How much longer a bookmark takes, with all screens at work: the median praises who is quick by starving some."""
    return divide(by_size[other].bookmarks_per_s, by_size[one].bookmarks_per_s)
