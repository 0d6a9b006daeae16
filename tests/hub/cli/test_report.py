from datetime import timedelta

import pytest

from kiosk.hub.cli.report import WeekUntold, add_report_command
from kiosk.hub.context import Hub, read_clock
from tests.hub.terminal import type_command


def test_it_says_the_week_and_its_figures(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    type_command(add_report_command, hub.settings.database, "report")
    said = capsys.readouterr().out

    assert said.startswith("Kleine Freude, the week of 20")
    assert "                 0           0           0           0\n\nby zone: nothing happened\n" in said


def test_a_week_that_goes_on_is_not_told_and_since_when_it_is_is_said(hub: Hub) -> None:
    with pytest.raises(WeekUntold, match="once and for all"):
        type_command(
            add_report_command,
            hub.settings.database,
            "report",
            "--week",
            f"{read_clock() + timedelta(days=2):%Y-%m-%d}",
        )


def test_what_is_no_day_is_said_so(hub: Hub) -> None:
    with pytest.raises(SystemExit):
        type_command(add_report_command, hub.settings.database, "report", "--week", "last")
