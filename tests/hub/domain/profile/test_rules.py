from datetime import timedelta

import msgspec
import pytest

from kiosk.contract.rule import Rules
from kiosk.hub.domain.profile.rules import (
    RulesRefused,
    check_rules,
    describe_member,
    find_next_turn,
    find_segments,
)
from kiosk.hub.domain.profile.trait import Traits, reckon_traits
from kiosk.hub.models.members.member import Member
from tests.hub.domain.profile.facts import make_fact, make_order
from tests.hub.running import NOW

DAY = timedelta(days=1)
ANNA = Member(
    key="s", store_id="s", joined_at=NOW, language="de", segments=["tea"], visits=3, interests={"coffee": 0.6}
)
TRAITS = reckon_traits([make_fact("viewed", 20, shelves=("home",)), make_order("a", "9.50", 12.5)], NOW)


def _read(text: str) -> Rules:
    return msgspec.json.decode(text, type=Rules)


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ('"tea"', True),
        ('"music"', False),
        ('{"visits": {"at_least": 3}}', True),
        ('{"language": ["en"]}', False),
        ('{"interest": "home", "at_least": 0.9}', True),
        ('{"interest": "coffee", "at_least": 0.5}', True),
        ('{"trait": {"name": "orders_90_days", "at_least": 1}}', True),
        ('{"trait": {"name": "orders_90_days", "at_least": 2}}', False),
        ('{"trait": {"name": "days_since_order", "at_most": 30}}', True),
        ('{"trait": {"name": "days_since_visit", "at_most": 30}}', False),
        ('{"none": [{"trait": {"name": "days_since_visit", "at_most": 30}}]}', True),
        ('{"any": ["music", {"trait": {"name": "value_90_days", "at_least": 9.5}}]}', True),
    ],
)
def test_a_member_is_in_a_segment_whose_rules_hold(rule: str, holds: bool) -> None:  # noqa: FBT001 # a table's column
    rules = {"it": _read(f'{{"all": [{rule}]}}')}

    assert find_segments(rules, describe_member(ANNA, TRAITS, NOW)) == ({"it"} if holds else set())


@pytest.mark.parametrize(
    ("bound", "days"),
    [
        ('"at_least": 10', None),
        ('"at_least": 20', 7.5),
        ('"at_most": 20', 8.5),
        ('"at_most": 12', 0.5),
        ('"at_most": 11', None),
        ('"at_least": 20, "at_most": 13', 1.5),
    ],
)
def test_the_next_turn_is_when_days_alone_may_change_it(bound: str, days: float | None) -> None:
    rules = {"it": _read(f'{{"all": [{{"any": [{{"trait": {{"name": "days_since_order", {bound}}}}}]}}]}}')}

    assert find_next_turn(rules, TRAITS, NOW) == (NOW + days * DAY if days is not None else None)


def test_nothing_turns_by_what_she_never_did() -> None:
    rules = {"it": _read('{"all": [{"trait": {"name": "days_since_visit", "at_least": 9}}]}')}

    assert find_next_turn(rules, Traits({}, {}, {}), NOW) is None


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ("{}", "needs a rule"),
        ('{"all": [{"zone": ["home"]}]}', "no zone"),
        ('{"all": [{"any": [{"time": {"from": "09:00", "until": "10:00"}}]}]}', "no time"),
        ('{"all": [{"trait": {"name": "shoe_size", "at_least": 38}}]}', "there are orders_30_days"),
        ('{"none": ["regulars"]}', "by hand alone"),
    ],
)
def test_rules_that_ask_of_no_member_are_refused(rules: str, reason: str) -> None:
    with pytest.raises(RulesRefused, match=reason):
        check_rules(_read(rules), {"regulars": Rules()})


def test_rules_of_a_member_are_taken() -> None:
    check_rules(_read('{"all": ["tea", {"trait": {"name": "orders_90_days", "at_least": 2}}]}'), {})
