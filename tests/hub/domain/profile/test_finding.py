import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.contract.rule import Condition, Rules, Trait
from kiosk.hub.domain.profile.finding import Finding, list_findings
from kiosk.hub.domain.profile.rules import describe_member
from kiosk.hub.domain.profile.trait import Traits
from kiosk.offers.audience import reaches
from tests.hub.domain.profile.test_rules import ANNA
from tests.hub.running import NOW

SITUATION = describe_member(ANNA, Traits({"orders_90_days": 3.0}, {"home": 0.4}, {}), NOW)


def _find(rule: str) -> Finding:
    (finding,) = list_findings(msgspec.json.decode(f'{{"all": [{rule}]}}', type=Rules), SITUATION)
    return finding


@pytest.mark.parametrize(
    ("rule", "finding"),
    [
        ('"tea"', Finding("segment", "tea", holds=True)),
        ('"music"', Finding("segment", "music", holds=False)),
        ('{"visits": {"at_least": 4}}', Finding("visits", "visits", holds=False, is_=3, at_least=4)),
        ('{"language": ["en", "fr"]}', Finding("language", "en, fr", holds=False)),
        ('{"interest": "home", "at_least": 0.5}', Finding("interest", "home", holds=False, is_=0.4, at_least=0.5)),
        ('{"interest": "shoes", "at_least": 0.5}', Finding("interest", "shoes", holds=False, is_=0.0, at_least=0.5)),
        (
            '{"trait": {"name": "orders_90_days", "at_least": 2}}',
            Finding("trait", "orders_90_days", holds=True, is_=3, at_least=2),
        ),
        (
            '{"trait": {"name": "days_since_visit", "at_most": 9}}',
            Finding("trait", "days_since_visit", holds=False, at_most=9),
        ),
    ],
)
def test_each_rule_says_what_it_asks_for_and_what_there_is(rule: str, finding: Finding) -> None:
    assert _find(rule) == finding


def test_of_several_rules_one_is_enough() -> None:
    (either,) = list_findings(Rules(any=("music", "tea")), SITUATION)

    assert (either.asked, either.holds, [part.holds for part in either.parts]) == ("any", True, [False, True])


def test_what_must_not_be_speaks_for_her_where_it_is_not() -> None:
    staff, tea = list_findings(Rules(none=("staff", "tea")), SITUATION)

    assert (staff.speaks_for, tea.speaks_for) == (True, False)


def test_a_group_says_what_its_rules_say() -> None:
    group = _find('{"all": ["tea", "music"]}')

    assert (group.asked, group.holds, len(group.parts)) == ("group", False, 2)


leaves = some.sampled_from(["tea", "music", Condition(trait=Trait("orders_90_days", at_least=2))])
groups = some.builds(Condition, all=some.lists(leaves, min_size=1, max_size=2).map(tuple))
tuples = some.lists(leaves | groups, max_size=3).map(tuple)


@given(some.builds(Rules, all=tuples, any=tuples, none=tuples))
def test_who_has_every_finding_for_her_is_in_and_nobody_else(rules: Rules) -> None:
    findings = list_findings(rules, SITUATION)

    assert all(finding.speaks_for for finding in findings) is reaches(rules, SITUATION)
