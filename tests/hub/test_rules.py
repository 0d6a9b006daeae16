from datetime import timedelta

import pytest

from kiosk.hub.rules import PATIENCE, SHIPPED, Rule, RulesRefused, choose_text, is_due, parse_rules
from tests.hub.running import NOW

GOOD = """
[[rule]]
name = "ends"
trigger = "offer_ends"
hours = -24
unless = ["answered"]
text = { de = "„{offer}“ endet", en = "“{offer}” ends" }
"""


def _make(trigger: str = "back_in_stock", hours: float = 0) -> Rule:
    return Rule(name="a", trigger=trigger, text={"de": "{offer} da", "en": "{offer} back"}, hours=hours)  # type: ignore[arg-type] # one of them


def test_the_rules_that_ship_are_good_and_cover_what_can_happen() -> None:
    rules = parse_rules(SHIPPED.read_bytes())

    assert {rule.trigger for rule in rules} == {"offer_ends", "back_in_stock", "order_ready"}


def test_a_rule_is_read_as_it_is_written() -> None:
    (rule,) = parse_rules(GOOD.encode())

    assert (rule.wait, rule.unless) == (timedelta(days=-1), ("answered",))
    assert parse_rules(b"") == ()


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('"offer_ends"', '"full_moon"', "Invalid enum value"),
        ('"ends"', '"Ends soon"', "matching regex"),
        ("hours = -24", "hours = -9999", "hours"),
        ("hours = -24", "minutes = 3", "minutes"),
        ('en = "“{offer}” ends"', 'fr = "{offer}"', "ends: it needs a text in each of de, en"),
        ("“{offer}” ends", "{price} ends", "ends: the only blank"),
        ("“{offer}” ends", "{offer!r} ends", "ends: the only blank"),
        ("“{offer}” ends", "{offer", "ends: the only blank"),
        ("“{offer}” ends", "{link}", "needs a campaign"),
        ("hours = -24", 'campaign = "K7Q"', "matching regex"),
        ("offer_ends", "order_ready", "ends: only the end of an offer is known before"),
        ("[[rule]]", "[[rule", "--rules"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(was: str, becomes: str, complaint: str) -> None:
    with pytest.raises(RulesRefused, match=complaint):
        parse_rules(GOOD.replace(was, becomes).encode())


def test_two_rules_need_two_names_and_a_file_is_text() -> None:
    with pytest.raises(RulesRefused, match="two rules have one name"):
        parse_rules((GOOD * 2).encode())
    with pytest.raises(RulesRefused):
        parse_rules(b"\xff\xfe")


@pytest.mark.parametrize(
    ("trigger", "hours", "minutes", "is_now"),
    [
        *(("back_in_stock", 0, -1, False), ("back_in_stock", 0, 0, True), ("back_in_stock", 0, 719, True)),
        *(("back_in_stock", 0, 720, False), ("order_ready", 2, 119, False), ("order_ready", 2, 120, True)),
        *(("offer_ends", -24, -1441, False), ("offer_ends", -24, -1440, True), ("offer_ends", -24, -720, False)),
        *(("offer_ends", -1, -1, True), ("offer_ends", -1, 0, False), ("offer_ends", 1, 60, True)),
    ],
)
def test_a_rule_has_its_say_from_its_time_on_and_not_much_later(
    trigger: str, hours: float, minutes: int, *, is_now: bool
) -> None:
    assert timedelta(hours=12) == PATIENCE
    assert is_due(_make(trigger, hours), NOW, NOW + timedelta(minutes=minutes)) == is_now


@pytest.mark.parametrize(("language", "text"), [("de", "Becher da"), ("en", "Becher back"), ("fr", "Becher back")])
def test_it_is_said_in_her_language_else_in_english(language: str, text: str) -> None:
    assert choose_text(_make(), language, "Becher", "") == text


def test_the_link_of_its_campaign_may_stand_in_what_it_says() -> None:
    content = GOOD.replace("hours = -24", 'campaign = "K7Q42MFX"').replace("endet", "endet: {link}")
    (rule,) = parse_rules(content.encode())

    assert choose_text(rule, "de", "Becher", "https://hub/k/K7Q42MFX") == "„Becher“ endet: https://hub/k/K7Q42MFX"
