from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.departments import LESSON, add_department_commands
from kiosk.hub.context import Hub
from kiosk.hub.sample.shop import STORE
from tests.hub.terminal import type_command

EXAMPLE = "\n".join(line.strip() for line in LESSON.split("\n\n")[1].splitlines())


def test_the_file_of_the_lesson_holds_from_now_on(hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "departments.toml"
    file.write_text(EXAMPLE, encoding="utf-8")

    told = list[list[str]]()
    for words in (("show",), ("set", str(file)), ("show",)):
        assert type_command(add_department_commands, hub.settings.database, "departments", *words) == 0
        told.append(capsys.readouterr().out.splitlines())

    assert told[0][2] == "home: Wohnen, Erdgeschoss, geradeaus"
    assert told[1] + told[2] == [
        f"{STORE}: 1 departments are known from now on.",
        "home: Kleinmöbel, 1. Etage, links",
    ]


def test_a_file_that_is_not_there_is_refused(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be read"):
        type_command(add_department_commands, hub.settings.database, "departments", "set", str(tmp_path / "none"))
