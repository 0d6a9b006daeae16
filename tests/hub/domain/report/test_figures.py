from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.report.figures import BREAKDOWNS, MEASURES, Happened, Report, make_report
from kiosk.hub.domain.report.suppression import K

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
_HAPPENED = st.builds(
    Happened,
    measure=st.sampled_from(MEASURES),
    day=st.sampled_from([MONDAY, TUESDAY]),
    zone=st.sampled_from(["home", "shoes"]),
    offer=st.sampled_from(["o-mug", "o-vase", "o-watch"]),
    times=st.just(1),
    person=st.sampled_from([None, *(f"s_{number}" for number in range(8))]),
)


def _list_figures(report: Report, column: int) -> list[list[int | None]]:
    return [[row.figures[column] for row in report.tables[breakdown]] for breakdown in BREAKDOWNS]


def test_a_week_is_counted_by_day_department_and_offer() -> None:
    happened = [Happened("kept", MONDAY, "home", "o-mug", person=f"s_{number}") for number in range(6)]
    happened.append(Happened("shown", MONDAY, "home", "o-mug", times=40))
    report = make_report(happened, [MONDAY, TUESDAY])

    assert [(row.name, row.figures) for row in report.tables["day"]] == [
        ("2026-11-16", (40, 0, 6, 0)),
        ("2026-11-17", (0, 0, 0, 0)),
    ]
    assert [(row.name, row.figures) for row in report.tables["offer"]] == [("o-mug", (40, 0, 6, 0))]
    assert report.sums == (40, 0, 6, 0)


def test_where_one_table_must_not_tell_the_sum_no_other_tells_anything_of_it() -> None:
    happened = [Happened("kept", MONDAY, zone, "o-mug", person=f"s_{zone}") for zone in "abcde"]
    report = make_report(happened, [MONDAY])

    assert _list_figures(report, 2) == [[None], [None] * 5, [None]]
    assert report.sums == (0, 0, None, 0)


@given(st.lists(_HAPPENED, max_size=40))
def test_behind_each_figure_that_is_told_stand_five_people_or_nobody(happened: list[Happened]) -> None:
    report = make_report(happened, [MONDAY, TUESDAY])
    for column, measure in enumerate(MEASURES):
        for breakdown in BREAKDOWNS:
            for row in report.tables[breakdown]:
                hers = [one for one in happened if one.measure == measure and str(getattr(one, breakdown)) == row.name]
                people = {one.person for one in hers if one.person} | {str(id(one)) for one in hers if not one.person}
                assert row.figures[column] in (None, len(hers))
                assert row.figures[column] is None or not 0 < len(people) < K


@given(st.lists(_HAPPENED, max_size=40))
def test_what_is_missing_is_never_what_the_sum_leaves_over(happened: list[Happened]) -> None:
    report = make_report(happened, [MONDAY, TUESDAY])
    for column, total in enumerate(report.sums):
        for figures in _list_figures(report, column):
            missing = figures.count(None)
            if total is None:
                assert not any(figures)
            elif missing:
                assert missing > 1
                assert total - sum(figure or 0 for figure in figures) >= K
