from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.promotions import LESSON, add_promotion_commands
from kiosk.hub.context import Hub
from kiosk.hub.sample.shop import STORE
from tests.hub.terminal import type_command

EXAMPLE = "\n".join(line.strip() for line in LESSON.split("\n\n")[1].splitlines())


def test_the_file_of_the_lesson_holds_from_now_on_and_nothing_else(
    hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "promotions.toml"
    file.write_text(EXAMPLE.replace("2026-12-24", "2099-12-24"))

    for words in (("show",), ("set", str(file)), ("show",)):
        assert type_command(add_promotion_commands, hub.settings.database, "promotions", *words) == 0

    assert capsys.readouterr().out.splitlines() == [
        "hundred: 10 € ab 100 € Einkauf",
        "postcards: 5 Postkarten, 4 bezahlen",
        f"{STORE}: 1 promotions hold from now on.",
        "postcards: 5 Postkarten, 4 bezahlen",
    ]


def test_a_file_that_is_not_there_is_refused(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be read"):
        type_command(add_promotion_commands, hub.settings.database, "promotions", "set", str(tmp_path / "none"))
