from kiosk.hub.console.reports.journeys_csv import HEAD, list_rows
from tests.hub.console.reports.month import make_view


def _list(*measures: str) -> list[tuple[str, ...]]:
    return [row for row in list_rows(make_view()) if row[HEAD.index("measure")] in measures]


def test_every_line_has_every_column() -> None:
    rows = list(list_rows(make_view()))

    assert rows[0] == HEAD
    assert {len(row) for row in rows} == {len(HEAD)}


def test_each_figure_stands_alone_with_what_it_is() -> None:
    assert _list("people") == [
        ("sums", "", "", "", "", "people", "1250", "", ""),
        ("journeys", "", "mail", "yes", "till", "people", "30", "", ""),
        ("journeys", "", "unknown", "no", "none", "people", "1200", "", ""),
    ]
    assert _list("purchases", "turnover_EUR")[2:6] == [
        ("origins", "=Herbstmail", "mail", "", "", "purchases", "30", "", ""),
        ("origins", "=Herbstmail", "mail", "", "", "turnover_EUR", "1450", "", ""),
        ("origins", "Bildschirm window-1", "screen", "", "", "purchases", "", "", ""),
        ("origins", "Bildschirm window-1", "screen", "", "", "turnover_EUR", "", "", ""),
    ]


def test_an_interval_has_its_bounds_and_what_is_not_told_has_none() -> None:
    assert _list("share_who_bought", "difference_to_held_out") == [
        ("origins", "=Herbstmail", "mail", "", "", "share_who_bought", "0.3750", "0.2500", "0.5200"),
        ("origins", "Bildschirm window-1", "screen", "", "", "share_who_bought", "", "", ""),
        ("effects", "Leuchte, Becher", "", "", "", "difference_to_held_out", "0.1500", "-0.0125", "0.2500"),
        ("effects", "o-gone", "", "", "", "difference_to_held_out", "", "", ""),
    ]
