import pytest

from kiosk.hub.console.reports.journeys_view import Stroke, judge
from kiosk.hub.domain.attribution.interval import Interval
from tests.hub.console.reports.month import make_view

_DASH = "\N{EN DASH}"
_THIN = "\N{NO-BREAK SPACE}"


def test_sums_are_printed_in_groups_of_three() -> None:
    assert make_view().list_sums() == [
        ("Mitglieder", "1.250"),
        ("Käufe", "100"),
        ("Umsatz", f"2.600{_THIN}€"),
    ]


def test_ways_stand_in_words_and_those_of_most_first() -> None:
    ways = [(way.channel, way.store, way.place, way.people) for way in make_view().list_ways()]

    assert ways == [
        ("Unbekannt", "Nicht im Laden", "Kein Kauf", "1.200"),
        ("E-Mail", "Im Laden", "Kasse", "30"),
    ]


def test_an_origin_has_its_figures_and_what_is_not_told_a_dash() -> None:
    mail, window, unknown = make_view().list_origins()

    assert (mail.name, mail.channel, mail.reached) == ("=Herbstmail", "E-Mail", "80")
    assert (mail.share, mail.bounds) == (f"38{_THIN}%", f"25{_THIN}% bis 52{_THIN}%")
    assert (mail.purchases, mail.bar) == ("30", 50.0)
    assert mail.stroke == Stroke(25.0, 27.0, 37.5)
    assert (window.name, window.share, window.purchases, window.turnover) == (
        "Bildschirm window-1",
        "zu wenige",
        _DASH,
        _DASH,
    )
    assert (unknown.name, unknown.reached, unknown.share, unknown.bar) == ("Kein bekannter Kontakt", "", "", 100.0)


def test_an_effect_says_what_it_comes_to_in_words() -> None:
    tried, few = make_view().list_effects()

    assert (tried.offers, tried.shown) == ("Leuchte, Becher", f"80 von 200 kauften (40{_THIN}%)")
    assert tried.difference == "+15,0 Prozentpunkte (\N{MINUS SIGN}1,2 bis +25,0)"
    assert tried.verdict == "Kein Unterschied zu erkennen"
    assert tried.stroke == Stroke(47.5, 52.5, 80.0)
    assert (few.offers, few.shown, few.difference, few.verdict) == ("o-gone", _DASH, "", "zu wenige")


def test_english_groups_with_a_comma_as_its_amounts_do() -> None:
    assert [figure for _, figure in make_view("en").list_sums()] == ["1,250", "100", "€2,600"]


def test_english_has_a_point_where_german_has_a_comma() -> None:
    assert make_view("en").list_effects()[0].difference == "+15.0 percentage points (\N{MINUS SIGN}1.2 to +25.0)"


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (None, "too_few"),
        (Interval(-0.1, 0.1, 0.3), "no_effect"),
        (Interval(0.01, 0.1, 0.3), "more"),
        (Interval(-0.3, -0.1, -0.01), "fewer"),
    ],
)
def test_an_effect_is_one_only_where_its_bounds_leave_no_doubt(found: Interval | None, verdict: str) -> None:
    assert judge(found) == verdict


def test_the_ways_are_drawn_for_a_phone_and_for_a_desk() -> None:
    drawings = dict(make_view().list_drawings())

    assert drawings["slim"].width < 360 < drawings["broad"].width
    assert [bar.text for bar in drawings["slim"].bars][:2] == ["Unbekannt · 1.200", "E-Mail · 30"]


def test_what_the_heading_asks_is_answered_in_a_word() -> None:
    texts = [bar.text for bar in dict(make_view().list_drawings())["slim"].bars]

    assert texts[2:] == ["Nein · 1.200", "Ja · 30", "Nein · 1.200", "Kasse · 30"]
