from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.hub.cli.retention import add_retention_command, add_retention_option, read_keeps
from kiosk.hub.context import Hub
from kiosk.hub.retention import RetentionRefused
from tests.hub.terminal import type_command


def test_it_says_of_each_for_how_long_and_why(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    type_command(add_retention_command, hub.settings.database, "retention")
    said = capsys.readouterr().out

    assert "screen_events: 400 days; older: 0\n  a report compares a month with the same of last year" in said
    assert said.count("older: 0\n") * 2 == len(said.strip().splitlines())


def test_what_was_kept_for_long_enough_goes_at_once(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    type_command(add_retention_command, hub.settings.database, "retention", "--apply")

    assert capsys.readouterr().out.endswith("Let go: 0.\n")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    parser = ArgumentParser()
    add_retention_option(parser)

    with pytest.raises(RetentionRefused, match=r"none\.toml cannot be read"):
        read_keeps(parser.parse_args(["--retention", str(tmp_path / "none.toml")]))
