"""How many bookmarks a second the hub keeps, and how long each takes, however many members it has."""

import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import fmean

import requests
from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.hub.members import add_members
from kiosk.bench.hub.place import Places, open_places
from kiosk.bench.hub.taps import Desk, Rush, rush
from kiosk.bench.report import Report, Value
from kiosk.bench.side import Side
from kiosk.errors import KioskError
from kiosk.shop.hub import start_hub

SIZES = (10, 100, 1_000_000)
"""Members."""
BARE = "bare"
WARM_UP = 10
_ANSWER_S = 10.0


class Load(Struct, frozen=True):
    """What eight screens at once had of a hub."""

    answers: Figures
    bookmarks_per_s: float

    def __str__(self) -> str:
        """One line to read."""
        return f"{self.answers}, {self.bookmarks_per_s:.0f} bookmarks/s"


def measure_hub(effort: Effort, sizes: tuple[int, ...] = SIZES) -> Report:
    """Rounds of bookmarks at hubs with few and many members and at the bare program, in turns, on each database."""
    loads: dict[str, dict[str, Load]] = {}
    with open_places() as places:
        for place in places:
            with open_desks(places, place, sizes) as desks:
                loads[place] = take_turns(desks, effort)
    return judge_hub(loads, sizes)


@contextmanager
def open_desks(places: Places, place: str, sizes: tuple[int, ...]) -> Generator[dict[str, Desk], None, None]:
    """A hub for each size, and the bare program, by name; everything is gone afterwards."""
    with ExitStack() as stack:
        desks: dict[str, Desk] = {}
        for size in sizes:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vitrine-bench-")))
            url = places[place](folder)
            hub = start_hub(folder, database=url)
            stack.callback(hub.program.stop)
            add_members(url, hub.shop.store, size)
            token = Path(hub.shop.token_file).read_text(encoding="utf-8").strip()
            desk = Desk(hub.url, token, hub.shop.store, hub.shop.screen, (), size)
            desks[str(size)] = replace(desk, offers=list_offers(desk))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vitrine-bench-")))
        bare = stack.enter_context(Side("hub.bare", [places[place](folder)]))
        desks[BARE] = replace(desks[str(sizes[0])], url=f"http://127.0.0.1:{hear_port(bare)}")
        yield desks


def list_offers(desk: Desk) -> list[str]:
    """What the hub's screen shows that never runs out."""
    where = {"store": desk.store, "screen": desk.screen}
    headers = {"Authorization": f"Bearer {desk.token}"}
    answer = requests.get(f"{desk.url}/v1/catalogue", where, headers=headers, timeout=_ANSWER_S)
    return [offer["id"] for offer in answer.json()["offers"] if not offer.get("budget")]


def hear_port(bare: Side) -> int:
    """Where the bare program listens; raises `KioskError` where it does not say so in time."""
    said = bare.hear(_ANSWER_S)
    if said is None:
        message = "the bare program did not come up"
        raise KioskError(message)
    return said.count


def take_turns(desks: dict[str, Desk], effort: Effort) -> dict[str, Load]:
    """What each had, after some bookmarks that do not count."""
    chance = Random(1)  # noqa: S311 - the same taps in every run
    for desk in desks.values():
        rush(desk, WARM_UP, chance)
    rushes: dict[str, list[Rush]] = {name: [] for name in desks}
    for _ in range(effort.rounds):
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
            Verdict(f"x as long among {many} as among {few} at p50 on {place}", 1.2, compare(by_size, many, few)),
            Verdict(f"x the bare framework and driver at p50 on {place}", 1.3, compare(by_size, few, BARE)),
        )
    ]
    values: dict[str, Value] = {
        f"{place}_{size}": load for place, by_size in loads.items() for size, load in by_size.items()
    }
    return Report("hub", values, tuple(verdicts))


def compare(by_size: dict[str, Load], one: str, other: str) -> float:
    """The ratio of the medians."""
    return divide(by_size[one].answers.p50, by_size[other].answers.p50)
