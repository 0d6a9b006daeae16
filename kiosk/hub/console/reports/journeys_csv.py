"""A month's report as a table for a spreadsheet: one figure a line, so that every figure says what it is."""

from collections.abc import Iterator

from kiosk.hub.console.reports.journeys_view import JourneysView
from kiosk.hub.domain.attribution.interval import Interval

HEAD = ("table", "name", "channel", "store", "place", "measure", "value", "low", "high")
Row = tuple[str, ...]


def list_rows(view: JourneysView) -> Iterator[Row]:
    """The head, and a line for each figure; an empty value is not told."""
    report = view.report
    yield HEAD
    yield _write("sums", "people", report.flows.people)
    yield _write("sums", "purchases", report.sales.purchases)
    yield _write("sums", f"turnover_{report.sales.currency}", report.sales.turnover)
    for flow in report.flows.told:
        way = flow.way
        cells = (way.channel or "unknown", "yes" if way.by_store else "no", way.place or "none")
        yield ("journeys", "", *cells, "people", str(flow.people), "", "")
    for takings in report.sales.rows:
        name, channel = view.name_origin(takings.origin), takings.origin.channel if takings.origin else ""
        yield _write("origins", "purchases", takings.purchases, name, channel)
        yield _write("origins", f"turnover_{report.sales.currency}", takings.turnover, name, channel)
    for reach in report.reach:
        name, channel = view.name_origin(reach.origin), reach.origin.channel
        yield _write("origins", "reached", reach.people, name, channel)
        yield _write_interval("origins", "share_who_bought", reach.share, name, channel)
    for effect in report.effects:
        yield _write_interval("effects", "difference_to_held_out", effect.difference, view.name_offers(effect))


def _write(table: str, measure: str, value: int | None, name: str = "", channel: str = "") -> Row:
    return (table, name, channel, "", "", measure, "" if value is None else str(value), "", "")


def _write_interval(table: str, measure: str, found: Interval | None, name: str, channel: str = "") -> Row:
    values = (f"{one:.4f}" for one in (found.at, found.low, found.high)) if found else ("", "", "")
    return (table, name, channel, "", "", measure, *values)
