import argparse
from datetime import datetime
from typing import cast

import pytest

from kiosk.cli.arguments import CommandParser, add_group, parse_time


def test_a_group_holds_commands_and_is_none_itself(capsys: pytest.CaptureFixture[str]) -> None:
    parser = cast("argparse.ArgumentParser", CommandParser(prog="kiosk"))
    commands = add_group(parser.add_subparsers(), "theme", "make themes", "Make themes.\n  kiosk theme new")
    commands.add_parser("new").set_defaults(made=True)

    assert parser.parse_args(["theme", "new"]).made
    with pytest.raises(SystemExit):
        parser.parse_args(["theme"])
    assert "usage: kiosk theme " in capsys.readouterr().err


def test_a_time_is_typed_without_offset() -> None:
    assert parse_time("2026-12-24T19:00") == datetime.fromisoformat("2026-12-24T19:00")


@pytest.mark.parametrize("text", ["2026-12-24T19:00Z", "19:00", "tomorrow", ""])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        parse_time(text)
