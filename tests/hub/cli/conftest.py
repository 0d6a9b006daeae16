"""The hub's commands as a manager types them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.hub.cli.hub import add_hub_commands
from tests.hub.terminal import type_command

TypeHub = Callable[..., int]


@pytest.fixture
def type_hub(tmp_path: Path) -> TypeHub:
    """Types a command of the hub whose database lies in this test's folder; its exit code."""

    def type_hub(name: str, *words: str) -> int:
        return type_command(add_hub_commands, f"sqlite:///{tmp_path / 'hub.sqlite3'}", "hub", name, *words)

    return type_hub
