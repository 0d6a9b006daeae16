"""`kiosk hub report`: the figures of a week that was told, as the console shows them to managers."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Sequence
from datetime import date, timedelta

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.report.figures import BREAKDOWNS, MEASURES
from kiosk.hub.domain.report.suppression import K
from kiosk.hub.domain.report.telling import Told, find_next_week, find_telling, read_week, tell_weeks
from kiosk.hub.settings import HubSettings


class WeekUntold(KioskError):
    """The week is not told yet, or no more; the text says why, and since which day it will be."""

    def __init__(self, told_from: date) -> None:
        super().__init__(
            f"that week is told from {told_from} on, for about a year, once and for all: "
            "by two reports of one week somebody could be reckoned out"
        )


def add_report_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    report = commands.add_parser(
        "report",
        help="say how often offers were shown, tapped, kept and redeemed in a week that is told",
        description=f"A figure behind which fewer than {K} people stand is a dash, and so is what would give it away.",
    )
    report.add_argument("--week", metavar="DATE", type=_read_day, help="a day of it, as 2026-11-16 (default: the last)")
    report.add_argument("--store", metavar="ID", help="of which store, where there are several")
    add_database(report)
    report.set_defaults(run=note_first("hub report", _run))


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = "a day is written 2026-11-16"
        raise ArgumentTypeError(message) from None


def _run(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        tell_weeks(hub)  # the hub may not serve just now
        with hub.database.read() as session:
            store = pick_store(session, arguments.store)
            day = arguments.week or find_next_week(store, hub.now()) - timedelta(weeks=1)
            monday = day - timedelta(days=day.weekday())
            told = read_week(session, store, monday)
    if told is None:
        raise WeekUntold(find_telling(monday))
    say(f"{store.name}, the week of {monday}\n")
    _say_week(told)
    return 0


def _say_week(told: Told) -> None:
    _say_row("", MEASURES)
    _say_row("all", [_write(figure) for figure in told.report.sums])
    for breakdown in BREAKDOWNS:
        rows = told.report.tables[breakdown]
        say(f"\nby {breakdown}" + ("" if rows else ": nothing happened"))
        for row in rows:
            _say_row(row.name or "elsewhere", [_write(figure) for figure in row.figures])
    if told.segments:
        say(f"\nmembers by segment, on {told.told_on}")
    for name, number in told.segments.items():
        _say_row(name, [f"{number} or more" if number else f"below {K}"])


def _say_row(name: str, cells: Sequence[str]) -> None:
    say(f"{name[:24]:24}" + "".join(f"{cell:>12}" for cell in cells))


def _write(figure: int | None) -> str:
    return "-" if figure is None else str(figure)
