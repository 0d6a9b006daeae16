from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.segment import SegmentNotFound, add_segment_commands
from kiosk.hub.context import Hub, read_clock
from kiosk.hub.domain.profile.refresh import refresh_due
from tests.hub.shop_window import WebShop, add_source, make_message
from tests.hub.terminal import type_command

Run = Callable[..., str]
VIEWED = '{"all": [{"trait": {"name": "views_30_days", "at_least": 1}}]}'


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_segment_commands, hub.settings.database, "segment", *words) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "rules.json"
    file.write_text(VIEWED)
    return file


def test_a_segment_holds_whom_its_rules_hold_until_it_is_removed(run: Run, hub: Hub, rules: Path) -> None:
    hub = replace(hub, now=read_clock)  # a command has no other
    WebShop(hub, add_source(hub)).tell(make_message(1, timestamp=None))
    run("set", "lookers", str(rules))
    refresh_due(hub)
    assert run("list") == "      1  lookers\n"

    run("remove", "lookers")
    refresh_due(hub)

    assert "kiosk hub segment set" in run("list")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "no rules"),
        ('{"all": [7]}', "no rules"),
        ("{}", "needs a rule"),
        ('{"all": [{"zone": ["a"]}]}', "no zone"),
    ],
)
def test_rules_that_no_segment_can_have_are_refused(run: Run, rules: Path, content: str, reason: str) -> None:
    rules.write_text(content)
    with pytest.raises(FileRefused, match=reason):
        run("set", "lookers", str(rules))


def test_a_file_that_there_is_not_is_refused(run: Run, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be read"):
        run("set", "lookers", str(tmp_path / "none.json"))


def test_a_segment_that_there_is_not_cannot_be_removed(run: Run) -> None:
    with pytest.raises(SegmentNotFound, match="list"):
        run("remove", "lookers")
