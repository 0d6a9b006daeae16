import pytest

from kiosk.hub.domain.profile.finding import Finding
from kiosk.hub.domain.profile.portrait import Membership
from kiosk.hub.domain.profile.trait import TRAITS
from kiosk.hub.text.profile_words import ENGLISH, GERMAN
from kiosk.hub.web.finding_view import format_amount, view_finding, view_membership


@pytest.mark.parametrize(
    ("finding", "german", "english"),
    [
        (
            Finding("trait", "orders_90_days", holds=True, is_=3, at_least=2),
            "Einkäufe in 90 Tagen: 3, nötig 2",
            "Purchases in 90 days: 3, needed 2",
        ),
        (
            Finding("trait", "days_since_visit", holds=False, at_most=30),
            "Tage seit dem letzten Besuch im Laden: nichts, nötig höchstens 30",
            "Days since the last visit to the store: none, needed 30 at most",
        ),
        (
            Finding("trait", "value_90_days", holds=True, is_=12.5, at_least=10, at_most=20),
            "Umsatz in 90 Tagen: 12,50, nötig 10 bis 20",
            "Spent in 90 days: 12.50, needed 10 to 20",
        ),
        (
            Finding("interest", "home", holds=False, is_=0.4, at_least=0.5),
            "Interesse an „home“: 40\u00a0%, nötig 50\u00a0%",
            "Interest in “home”: 40%, needed 50%",
        ),
        (
            Finding("visits", "visits", holds=True, is_=3, at_least=3),
            "Besuche im Laden: 3, nötig 3",
            "Visits to the store: 3, needed 3",
        ),
        (
            Finding("segment", "staff", holds=False, should=False),
            "Nicht: Im Segment „staff“: nein",
            "Not: In the segment “staff”: no",
        ),
        (Finding("language", "de, fr", holds=True), "Sprache de, fr: ja", "Language de, fr: yes"),
        (Finding("any", "", holds=True), "Eines davon", "One of these"),
        (Finding("group", "", holds=True), "Alles davon", "All of these"),
    ],
)
def test_a_finding_says_what_there_is_and_what_it_takes(finding: Finding, german: str, english: str) -> None:
    views = [view_finding(finding, words) for words in (GERMAN, ENGLISH)]

    assert [view.text for view in views] == [german, english]
    assert views[0].is_good is finding.speaks_for


def test_the_rules_of_a_group_are_told_within_it() -> None:
    either = Finding("any", "", holds=True, parts=(Finding("segment", "tea", holds=True),))
    view = view_membership(Membership("it", is_in=True, findings=(either,)), ENGLISH)

    assert [part.text for part in view.findings[0].parts] == ["In the segment “tea”: yes"]


@pytest.mark.parametrize(
    ("name", "amount", "text"),
    [("minutes_90_days", 3.2, "3"), ("order_value", 3.2, "3.20"), ("web_share", 0.123, "12%"), ("visits", 7.0, "7")],
)
def test_an_amount_is_written_as_what_it_is_an_amount_of(name: str, amount: float, text: str) -> None:
    assert format_amount(name, amount, "en") == text


def test_every_trait_has_a_name_in_each_language() -> None:
    assert set(GERMAN.traits) == set(ENGLISH.traits) == {*TRAITS, "visits"}
    assert all(set(getattr(GERMAN, part)) == set(getattr(ENGLISH, part)) for part in ("entries", "handles", "purposes"))
