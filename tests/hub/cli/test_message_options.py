from argparse import ArgumentParser
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from kiosk.hub.cli.message_options import (
    add_message_options,
    read_manners,
    read_push,
    read_rules,
    require_campaigns,
)
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign
from kiosk.hub.manners import Manners, QuietHours
from kiosk.hub.push.push_service import PushRefused, make_push_key
from kiosk.hub.rules import SHIPPED, Rule, RulesRefused, parse_rules
from kiosk.hub.sample.shop import STORE


@pytest.fixture
def parser() -> ArgumentParser:
    parser = ArgumentParser(prog="kiosk")
    add_message_options(parser)
    return parser


def test_without_a_word_nobody_is_rung_and_manners_are_good(parser: ArgumentParser) -> None:
    arguments = parser.parse_args([])

    assert read_push(arguments) is None
    assert read_manners(arguments) == Manners(QuietHours(time(20), time(8)), per_day=3)


def test_hours_count_and_key_are_read(parser: ArgumentParser, tmp_path: Path) -> None:
    make_push_key(tmp_path / "push.pem")
    words = ("--quiet-hours", "21:30-07:15", "--messages-per-day", "0")
    key = ("--push-key", str(tmp_path / "push.pem"), "--push-contact", "mailto:it@shop.example")
    arguments = parser.parse_args([*words, *key])
    service = read_push(arguments)

    assert read_manners(arguments) == Manners(QuietHours(time(21, 30), time(7, 15)), per_day=0)
    assert service
    assert service.contact == "mailto:it@shop.example"


def test_a_key_needs_a_contact(parser: ArgumentParser) -> None:
    with pytest.raises(PushRefused, match="--push-contact"):
        read_push(parser.parse_args(["--push-key", "push.pem"]))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--quiet-hours", "20-8"), "two times, such as 20:00-08:00"),
        (("--quiet-hours", "24:00-08:00"), "two times"),
        (("--messages-per-day", "101"), "a number from 0 to 100"),
        (("--messages-per-day", "²"), "a number from 0 to 100"),
    ],
)
def test_what_is_no_hours_and_no_count_is_named(
    parser: ArgumentParser, capsys: pytest.CaptureFixture[str], words: tuple[str, str], complaint: str
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(words)

    assert complaint in capsys.readouterr().err


def test_the_rules_that_ship_hold_until_others_are_named(parser: ArgumentParser, tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text("")

    assert read_rules(parser.parse_args([])) == parse_rules(SHIPPED.read_bytes())
    assert read_rules(parser.parse_args(["--rules", str(tmp_path / "none.toml")])) == ()
    with pytest.raises(RulesRefused, match="cannot be read"):
        read_rules(parser.parse_args(["--rules", str(tmp_path / "nothing")]))


def test_a_rule_whose_link_would_lead_nowhere_is_refused(hub: Hub) -> None:
    with hub.database.write() as session:
        code = begin_campaign(hub, session, STORE, Plan("Herbst", "mail")).code
    good, bad = (
        Rule(name="back", trigger="back_in_stock", text={"de": "{link}", "en": "{link}"}, campaign=one)
        for one in (code, "K7Q42MFX")
    )
    require_campaigns(replace(hub, settings=replace(hub.settings, rules=(good,))))

    with pytest.raises(RulesRefused, match="back: no campaign has the code K7Q42MFX"):
        require_campaigns(replace(hub, settings=replace(hub.settings, rules=(good, bad))))
