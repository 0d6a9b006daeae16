import json

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given

from kiosk.contract.daypart import Daypart
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Audience
from kiosk.contract.rule import DEEPEST, MOST_RULES, Condition, Trait, Visits

TREE = b"""{
  "all": ["outdoor", {"visits": {"at_least": 3}},
          {"any": [{"interest": "shoes", "at_least": 0.5}, {"language": ["de"]}]}],
  "any": [{"time": {"from": "09:00", "until": "12:00"}}, {"zone": ["shoes"]}],
  "none": ["staff"]
}"""

_WORDS = st.sampled_from(("all", "any", "none", "visits", "interest", "at_least", "language", "zone", "time", "x"))
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | _WORDS
_JSON = st.recursive(
    _PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3), max_leaves=12
)


def _nest(depth: int) -> bytes:
    return b'{"all": [' * depth + b'"a"' + b"]}" * depth


def test_an_audience_is_a_tree_of_segments_and_conditions() -> None:
    audience = msgspec.json.decode(TREE, type=Audience)

    assert audience == Audience(
        all=(
            "outdoor",
            Condition(visits=Visits(at_least=3)),
            Condition(any=(Condition(interest="shoes", at_least=0.5), Condition(language=("de",)))),
        ),
        any=(Condition(time=Daypart("09:00", "12:00")), Condition(zone=("shoes",))),
        none=("staff",),
    )


def test_what_is_written_reads_as_what_it_was() -> None:
    audience = msgspec.json.decode(TREE, type=Audience)

    assert msgspec.json.decode(msgspec.json.encode(audience), type=Audience) == audience


def test_a_condition_is_written_without_what_it_does_not_ask() -> None:
    assert msgspec.json.encode(Condition(visits=Visits(at_least=3))) == b'{"visits":{"at_least":3}}'


@pytest.mark.parametrize(
    "rule",
    [
        b"{}",
        b"3",
        b'{"weather": "rain"}',
        b'{"visits": {"at_least": 3}, "language": ["de"]}',
        b'{"visits": {"at_least": 3}, "all": ["a"]}',
        b'{"visits": {"at_least": -1}}',
        b'{"visits": {"at_least": 3, "within_days": 30}}',
        b'{"visits": 3}',
        b'{"trait": {"name": "orders"}}',
        b'{"trait": {"name": "orders", "at_least": "two"}}',
        b'{"trait": {"name": "", "at_least": 2}}',
        b'{"trait": {"name": "orders", "at_least": 2}, "zone": ["shoes"]}',
        b'{"interest": "shoes"}',
        b'{"interest": "shoes", "at_least": 1.5}',
        b'{"interest": "", "at_least": 0.5}',
        b'{"at_least": 0.5}',
        b'{"language": []}',
        b'{"language": ["Deutsch"]}',
        b'{"zone": []}',
        b'{"time": {"from": "9"}}',
        b'{"all": [{}]}',
        b'"%s"' % (b"a" * 129),
    ],
)
def test_a_rule_that_is_not_understood_is_refused(rule: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"all": [%s]}' % rule, type=Audience)


def test_as_many_and_as_deep_rules_as_are_allowed_are_taken() -> None:
    deep = msgspec.json.decode(_nest(DEEPEST), type=Audience)
    wide = msgspec.json.decode(msgspec.json.encode({"any": ["a"] * MOST_RULES}), type=Audience)

    assert (len(deep.all), len(wide.any)) == (1, MOST_RULES)


@pytest.mark.parametrize(
    "wire",
    [
        _nest(DEEPEST + 1),
        msgspec.json.encode({"any": ["a"] * (MOST_RULES + 1)}),
        msgspec.json.encode({"any": [{"all": ["a"] * (MOST_RULES // 2)}] * 2}),
    ],
)
def test_too_many_or_too_deep_rules_are_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError, match="more than"):
        msgspec.json.decode(wire, type=Audience)


@given(rules=st.lists(_JSON, max_size=3), place=st.sampled_from(("all", "any", "none")))
def test_whatever_is_sent_is_an_audience_or_is_refused(rules: list[object], place: str) -> None:
    wire = json.dumps({place: rules}).encode()

    try:
        audience = msgspec.json.decode(wire, type=Audience)
    except JSON_FLAWS:
        return
    assert msgspec.json.decode(msgspec.json.encode(audience), type=Audience) == audience


@pytest.mark.parametrize("depth", [5, 50, 5_000, 200_000])
def test_no_depth_is_borne_that_nobody_means(depth: int) -> None:
    with pytest.raises(JSON_FLAWS):
        msgspec.json.decode(_nest(depth), type=Audience)


@pytest.mark.parametrize(
    ("visits", "count", "holds"),
    [
        (Visits(at_least=3), 2, False),
        (Visits(at_least=3), 3, True),
        (Visits(at_most=3), 3, True),
        (Visits(at_most=3), 4, False),
        (Visits(at_most=0), 0, True),
        (Visits(at_most=0), 1, False),
    ],
)
def test_both_bounds_of_visits_belong_to_them(visits: Visits, count: int, holds: bool) -> None:  # noqa: FBT001 # a table's column
    assert visits.hold(count) is holds


@pytest.mark.parametrize(
    ("trait", "amounts"),
    [
        (Trait("orders", at_least=2), [False, True, True]),
        (Trait("orders", at_most=2), [True, True, False]),
        (Trait("orders", at_least=2, at_most=2), [False, True, False]),
    ],
)
def test_both_bounds_of_a_trait_belong_to_it(trait: Trait, amounts: list[bool]) -> None:
    assert [trait.hold(amount) for amount in (1, 2, 3)] == amounts
