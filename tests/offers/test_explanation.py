import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience, Caps, Control, Offer, Validity
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.contract.shopper import Shopper
from kiosk.offers.eligibility import Exclusion, find_exclusion
from kiosk.offers.explanation import Reason, explain_exclusion, find_rule, say_exclusion
from kiosk.offers.situation import Policy, Situation
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_catalogue import FRESH, OFFERS, SHOPPERS
from tests.offers.test_eligibility import PAST, SITUATION, TITLE, TWENTY

STRANGER = replace(FRESH, shopper=None)


def test_a_rule_is_said_without_an_offer_as_it_is_said_of_one() -> None:
    (reason,) = explain_exclusion(Offer("o", TITLE, zones=("bags",)), FRESH)

    assert say_exclusion(Exclusion.ZONE) == reason


def _list_branches(audience: Audience, situation: Situation = FRESH) -> list[tuple[str, str, str]]:
    (reason,) = explain_exclusion(Offer("o", TITLE, audience=audience), situation)
    assert (reason.code, reason.at) == ("audience", "audience")
    return [(branch.code, branch.at, branch.words) for branch in reason.because]


@pytest.mark.parametrize(
    ("rule", "situation", "code", "words"),
    [
        ("b", FRESH, "segment_unmet", "needs the segment 'b'"),
        ("b", STRANGER, "segment_unknown", "asks for the segment 'b', and that is not known"),
        (
            Condition(visits=Visits(at_least=3)),
            FRESH,
            "visits_unknown",
            "asks for 3 visits or more, and that is not known",
        ),
        (
            Condition(visits=Visits(at_most=0)),
            replace(FRESH, shopper=msgspec.structs.replace(make_shopper("anna"), visits=1)),
            "visits_unmet",
            "needs 0 to 0 visits",
        ),
        (
            Condition(interest="shoes", at_least=0.5),
            FRESH,
            "interest_unknown",
            "asks for an interest of 0.5 or more in 'shoes', and that is not known",
        ),
        (
            Condition(language=("de", "fr")),
            replace(FRESH, shopper=make_shopper("anna", language="en")),
            "language_unmet",
            "needs the language de or fr",
        ),
        (Condition(zone=("bags", "hats")), FRESH, "zone_unmet", "needs the zone 'bags' or 'hats'"),
        (
            Condition(time=Daypart("13:00", "14:00", ("mon", "tue"))),
            FRESH,
            "time_unmet",
            "needs the time 13:00 to 14:00 mon tue",
        ),
        (
            Condition(trait=Trait("orders", at_least=2)),
            FRESH,
            "trait_unknown",
            "asks for the trait 'orders' within its bounds, and that is not known",
        ),
        (Condition(all=("a", "b")), FRESH, "group_unmet", "needs all of a group of rules"),
    ],
)
def test_a_rule_that_does_not_hold_is_named_with_its_branch(
    rule: Rule, situation: Situation, code: str, words: str
) -> None:
    assert _list_branches(Audience(all=(rule,)), situation) == [(code, "audience.all[0]", words)]


def test_a_rule_that_must_not_hold_is_named_where_it_does() -> None:
    assert _list_branches(Audience(none=("b", "a"))) == [
        ("segment_met", "audience.none[1]", "is not for the segment 'a'")
    ]


def test_of_several_rules_of_which_none_holds_each_is_named() -> None:
    (reason,) = explain_exclusion(Offer("o", TITLE, audience=Audience(all=("a",), any=("b", "c"))), FRESH)

    (choice,) = reason.because

    assert (choice.code, choice.at, choice.words) == ("any_unmet", "audience.any", "needs one of several rules")
    assert [branch.at for branch in choice.because] == ["audience.any[0]", "audience.any[1]"]


def test_a_group_is_explained_by_its_own_branches() -> None:
    group = Condition(any=("b", Condition(all=("a", "c"))))
    (reason,) = explain_exclusion(Offer("o", TITLE, audience=Audience(all=(group,))), FRESH)

    (outer,) = reason.because
    (choice,) = outer.because
    (segment, inner) = choice.because

    assert (segment.code, segment.at) == ("segment_unmet", "audience.all[0].any[0]")
    assert [(branch.code, branch.at) for branch in inner.because] == [
        ("segment_unmet", "audience.all[0].any[1].all[1]")
    ]


def test_a_group_that_must_not_hold_is_named_as_a_whole() -> None:
    (reason,) = explain_exclusion(Offer("o", TITLE, audience=Audience(none=(Condition(all=("a",)),))), FRESH)

    assert reason.because == (Reason("group_met", "audience.none[0]", "is not for all of a group of rules"),)


def test_every_rule_that_excludes_is_named_in_its_order() -> None:
    offer = Offer(
        "o",
        TITLE,
        zones=("bags",),
        valid=Validity(until=PAST),
        dayparts=(Daypart("13:00", "14:00"),),
        audience=Audience(all=("b",)),
        caps=Caps(per_shopper_day=1, per_screen_hour=1, per_screen_day=1),
        budget=TWENTY,
        control=Control(1),
    )
    shown = SITUATION.shown.hold(offer).hold(offer)
    situation = replace(SITUATION, mono=1.0, shown=shown, policy=Policy(contacts_per_day=1))

    reasons = explain_exclusion(offer, situation)

    assert [reason.code for reason in reasons] == list(Exclusion)
    assert [reason.at for reason in reasons] == [
        *("zones", "valid", "dayparts", "audience"),
        *("caps.per_screen_hour", "caps.per_screen_day", "caps.per_shopper_day", "budget"),
        *("policy.contacts_per_day", "policy.cooldown", "control"),
    ]
    assert all(reason.words for reason in reasons)


def test_an_explanation_says_nothing_of_the_shopper_but_what_does_not_hold() -> None:
    shopper = msgspec.structs.replace(make_shopper("anna", "secret"), visits=97, interests={"shoes": 0.123})
    asked = Audience(all=(Condition(visits=Visits(at_least=99)), Condition(interest="shoes", at_least=0.5)))

    said = str(explain_exclusion(Offer("o", TITLE, audience=asked), replace(FRESH, shopper=shopper)))

    assert [word for word in ("anna", "secret", "97", "0.123") if word in said] == []


def test_a_name_from_outside_breaks_no_line() -> None:
    ((_, _, words),) = _list_branches(Audience(all=("two\nlines",)))

    assert words == r"needs the segment 'two\nlines'"


def test_an_explanation_can_be_kept_and_read_again() -> None:
    reasons = explain_exclusion(Offer("o", TITLE, audience=Audience(any=("b",))), FRESH)

    assert msgspec.json.decode(msgspec.json.encode(reasons), type=tuple[Reason, ...]) == reasons


@given(offers=OFFERS, shopper=SHOPPERS)
def test_an_offer_is_excluded_exactly_if_there_is_a_reason(offers: list[Offer], shopper: Shopper | None) -> None:
    situation = replace(FRESH, shopper=shopper)

    for offer in offers:
        reasons = explain_exclusion(offer, situation)
        assert next((reason.code for reason in reasons), None) == find_exclusion(offer, situation)
        assert all(reason.because for reason in reasons if reason.code == "audience")


def test_the_place_of_a_reason_leads_to_its_rule() -> None:
    visits = Condition(visits=Visits(at_least=3))
    group = Condition(any=("a", visits))
    audience = Audience(all=("b", group))

    assert find_rule(audience, "audience.all[1]") == group
    assert find_rule(audience, "audience.all[1].any[1]") == visits
    assert find_rule(audience, "audience.all[1].any") is None
    assert find_rule(audience, "zones") is None
