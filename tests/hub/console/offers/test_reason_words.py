from datetime import UTC, datetime

from kiosk.contract.offer import Audience, Offer
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.console.offers.reason_words import ReasonView, view_reasons
from kiosk.hub.console.words import LANGUAGES, choose_console_words
from kiosk.hub.domain.screens.reach import describe_anybody
from kiosk.offers.eligibility import Exclusion
from kiosk.offers.explanation import EXPOSING, explain_exclusion

_AUDIENCE = Audience(all=(Condition(any=("tea", Condition(visits=Visits(3)))),), none=(Condition(zone=("home",)),))
_OFFER = Offer("o", {"de": "Becher"}, audience=_AUDIENCE, zones=("fashion",))


def test_every_branch_is_told_with_its_rule() -> None:
    reasons = explain_exclusion(_OFFER, describe_anybody(["home"], datetime(2026, 11, 22, 9, tzinfo=UTC)))
    told = view_reasons(reasons, _AUDIENCE, {}, choose_console_words("de"))
    group = "Nötig: eines von (das Segment „tea“, mindestens 3 Besuche). Das ist nicht bekannt."

    assert [view.text for view in told] == [
        "Es ist für andere Zonen.",
        "Es ist nicht für die Person davor, hier und jetzt:",
    ]
    branch, excluded = told[1].because
    assert branch.text == group
    assert branch.because[0].because == (
        ReasonView("Nötig: das Segment „tea“. Das ist nicht bekannt."),
        ReasonView("Nötig: mindestens 3 Besuche. Das ist nicht bekannt."),
    )
    assert excluded == ReasonView("Ausgeschlossen: die Zone Home. Das trifft zu.")


def test_there_are_words_for_every_exclusion() -> None:
    codes = {*(one.value for one in Exclusion), EXPOSING.code, "any_unmet", "any_unknown", "unmet", "unknown", "met"}

    assert [codes - set(choose_console_words(language)["why_not"]) for language in LANGUAGES] == [set(), set()]
