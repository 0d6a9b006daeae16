from decimal import Decimal

import pytest

from kiosk.hub.domain.benefits.programme import Stamps
from kiosk.hub.domain.benefits.standing import Amount, CardStanding, HistoryLine, MemberStanding
from kiosk.hub.domain.benefits.tender_rule import TenderRule
from kiosk.hub.models.store.department import Department
from kiosk.hub.pages.benefits.benefit_view import (
    BalanceView,
    LineView,
    list_lines,
    view_balances,
    view_card,
    view_debts,
)
from kiosk.hub.text.benefit_words import ENGLISH, GERMAN
from kiosk.hub.text.words import GERMAN as WORDS
from tests.hub.running import NOW

STAMPS = Stamps(3, Decimal(50))


def _stand(*zones: str, turned_in: int = 0, is_allowed: bool = True) -> MemberStanding:
    return MemberStanding((), CardStanding(STAMPS, zones, turned_in, is_allowed), ())


def test_a_figure_stands_apart_from_its_unit_where_that_is_no_money() -> None:
    standing = MemberStanding((Amount(Decimal("1.5"), "EUR"), Amount(Decimal(1200), "points")), None, ())

    assert view_balances(standing, GERMAN) == [BalanceView("1,50\xa0€", "Guthaben"), BalanceView("1.200", "Punkte")]


def test_a_balance_says_what_it_pays_and_a_debt_what_it_is_for() -> None:
    points, tender = Amount(Decimal(255), "points"), TenderRule(unit="points", worth=Decimal("0.005"))
    standing = MemberStanding((points,), None, (), (points,), (tender, TenderRule(unit="EUR")))

    assert view_balances(standing, GERMAN)[0].worth == "An der Kasse 1,27\xa0€ wert"
    assert view_debts(standing, GERMAN) == [
        "Für Ware, die zurückkam, sind noch 255\xa0Punkte offen. Wir nehmen sie vom Nächsten, was Sie sammeln."
    ]
    assert (
        view_balances(MemberStanding((Amount(Decimal(0), "points"),), None, (), (), (tender,)), GERMAN)[0].worth == ""
    )


@pytest.mark.parametrize(
    ("standing", "hint"),
    [
        (_stand(), "Noch 3 Abteilungen"),
        (_stand("home", "fashion"), "Nur noch eine"),
        (_stand(is_allowed=False), "Die Bildschirme stempeln erst"),
    ],
)
def test_the_card_says_what_is_next(standing: MemberStanding, hint: str) -> None:
    card = view_card(standing, {}, GERMAN)

    assert card
    assert card.hint.startswith(hint)
    assert card.lead == "Schauen Sie in 3 Abteilungen vorbei. Die volle Karte bringt 50\xa0Punkte."


def test_stamped_places_come_first_each_with_its_department() -> None:
    card = view_card(_stand("home"), {}, GERMAN)

    assert card
    assert [place.department for place in card.places] == ["Home", "", ""]
    assert (card.count, card.turned_in) == ("1 von 3 Stempeln", "")


def test_a_stamp_names_its_department_as_the_store_does() -> None:
    title = {"de": "Wohnen", "en": "Living"}
    departments = {"home": Department(store_id="s", zone="home", title=title, way={"de": "1. Etage"})}
    cards = [view_card(_stand("home", "hall"), departments, words) for words in (GERMAN, ENGLISH)]

    assert [[place.department for place in card.places][:2] for card in cards if card] == [
        ["Wohnen", "Hall"],
        ["Living", "Hall"],
    ]


@pytest.mark.parametrize(("turned_in", "phrase"), [(1, "Eine volle Karte"), (4, "4 volle Karten")])
def test_full_cards_are_counted(turned_in: int, phrase: str) -> None:
    card = view_card(_stand(turned_in=turned_in), {}, GERMAN)

    assert card
    assert card.turned_in.startswith(phrase)


def test_a_store_without_a_card_shows_none() -> None:
    assert view_card(MemberStanding((), None, ()), {}, GERMAN) is None


def test_what_came_and_what_went_is_told_apart_by_its_sign() -> None:
    lines = tuple(
        HistoryLine(NOW, reason, Amount(Decimal(amount), "points"))
        for reason, amount in (("check_in", 5), ("reversal", -5), ("a new reason", 1))
    )

    assert list_lines(MemberStanding((), None, lines), GERMAN, WORDS, "Europe/Berlin") == [
        LineView("22. November 2026", "Besuch", "+5\xa0Punkte", is_less=False),
        LineView("22. November 2026", "Berichtigung", "\N{MINUS SIGN}5\xa0Punkte", is_less=True),
        LineView("22. November 2026", "a new reason", "+1\xa0Punkt", is_less=False),
    ]
