import pytest

from kiosk.contract.daypart import Daypart
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.hub.console.offers.rule_words import tell_rule
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.store.department import Department

_PLAN = {"home": Department(store_id="s", zone="home", title={"de": "Wohnen", "en": "Home"}, way={})}


@pytest.mark.parametrize(
    ("rule", "german", "english"),
    [
        ("coffee", "das Segment „coffee“", "the segment “coffee”"),
        (Condition(visits=Visits(3)), "mindestens 3 Besuche", "3 visits or more"),
        (Condition(visits=Visits(3, 9)), "3 bis 9 Besuche", "3 to 9 visits"),
        (Condition(interest="tea", at_least=0.5), "ein Interesse an tea von mindestens 50 %", None),
        (Condition(language=("de", "en")), "die Sprache de oder en", "the language de or en"),
        (Condition(zone=("home", "roof")), "die Zone Wohnen oder Roof", "the zone Home or Roof"),
        (Condition(time=Daypart("09:00", "12:00", ("sat",))), "die Zeit Sa 09:00\u201312:00", None),
        (Condition(trait=Trait("spent", 1)), "das Merkmal „spent“ in seinen Grenzen", None),
        (
            Condition(any=("a", Condition(visits=Visits(2))), none=("b",)),
            "eines von (das Segment „a“, mindestens 2 Besuche) und nichts von (das Segment „b“)",
            "one of (the segment “a”, 2 visits or more) and none of (the segment “b”)",
        ),
    ],
)
def test_every_rule_is_told_in_the_readers_language(rule: Rule, german: str, english: str | None) -> None:
    assert tell_rule(rule, _PLAN, choose_console_words("de")) == german
    assert english in {None, tell_rule(rule, _PLAN, choose_console_words("en"))}
