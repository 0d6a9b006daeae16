"""The hub's commands as a manager types them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.hub.cli.hub import add_hub_commands
from tests.hub.storage import Storage
from tests.hub.terminal import type_command

TypeHub = Callable[..., int]


@pytest.fixture
def type_hub(storage: Storage, tmp_path: Path) -> Iterator[TypeHub]:
    """Types a command of the hub whose database lies in this test's folder; its exit code."""

    def type_hub(name: str, *words: str) -> int:
        return type_command(add_hub_commands, storage.find(tmp_path), "hub", name, *words)

    yield type_hub
    storage.drop(tmp_path)
