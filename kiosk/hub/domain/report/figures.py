"""The tables of a report from what happened: by day, by department and by offer, and nothing that points at anybody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.hub.domain.report.suppression import Figure, find_untold

Measure: TypeAlias = Literal["shown", "tapped", "kept", "redeemed"]
MEASURES: tuple[Measure, ...] = ("shown", "tapped", "kept", "redeemed")
Breakdown: TypeAlias = Literal["day", "zone", "offer"]
BREAKDOWNS: tuple[Breakdown, ...] = ("day", "zone", "offer")


class Happened(Struct, frozen=True):
    """That this happened so many `times`; without `person` nobody knows who they were, and each counts as another."""

    measure: Measure
    day: date
    zone: str
    offer: str
    times: int = 1
    person: str | None = None


class Row(Struct, frozen=True):
    """One day, department or offer with a figure for each of `MEASURES`; `None`: it is not told."""

    name: str
    figures: tuple[int | None, ...]


class Report(Struct, frozen=True):
    """The rows of each breakdown, and the sums of all of them; a sum that is not told takes its whole measure along."""

    tables: Mapping[Breakdown, Sequence[Row]]
    sums: tuple[int | None, ...]


def make_report(happened: Iterable[Happened], days: Sequence[date]) -> Report:
    """The report of these days, each of which has its row."""
    told = list(happened)
    columns = [_make_columns([one for one in told if one.measure == measure], days) for measure in MEASURES]
    tables: dict[Breakdown, list[Row]] = {
        breakdown: _join([column.cells[breakdown] for column in columns]) for breakdown in BREAKDOWNS
    }
    return Report(tables, tuple(column.total for column in columns))


Cells: TypeAlias = Mapping[str, int | None]


class _Column(Struct, frozen=True):
    """One measure by each breakdown."""

    cells: Mapping[Breakdown, Cells]
    total: int | None


def _make_columns(happened: Sequence[Happened], days: Sequence[date]) -> _Column:
    figures: dict[Breakdown, dict[str, Figure]] = {breakdown: _count(happened, breakdown) for breakdown in BREAKDOWNS}
    figures["day"] = {day.isoformat(): Figure(0, 0) for day in days} | figures["day"]
    untold = {breakdown: find_untold(counted) for breakdown, counted in figures.items()}
    # The sum that one table must not tell, another would tell by its figures.
    if None in untold.values():
        return _Column({one: _veil(counted, frozenset(counted)) for one, counted in figures.items()}, None)
    cells: dict[Breakdown, Cells] = {
        one: _veil(counted, untold[one] or frozenset()) for one, counted in figures.items()
    }
    return _Column(cells, sum(one.times for one in happened))


def _veil(figures: Mapping[str, Figure], untold: Collection[str]) -> Cells:
    """The figures without those that are not told; zeros are told."""
    return {name: None if name in untold and figure.times else figure.times for name, figure in figures.items()}


def _count(happened: Sequence[Happened], breakdown: Breakdown) -> dict[str, Figure]:
    times: defaultdict[str, int] = defaultdict(int)
    people: defaultdict[str, set[str]] = defaultdict(set)
    strangers: defaultdict[str, int] = defaultdict(int)
    for one in happened:
        name = str(getattr(one, breakdown))
        times[name] += one.times
        if one.person is None:
            strangers[name] += one.times
        else:
            people[name].add(one.person)
    return {name: Figure(number, len(people[name]) + strangers[name]) for name, number in times.items()}


def _join(columns: Sequence[Cells]) -> list[Row]:
    names = sorted({name for column in columns for name in column})
    return [Row(name, tuple(column.get(name, 0) for column in columns)) for name in names]
