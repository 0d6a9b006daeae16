"""The stage on which each life begins, built once for all of a file's."""

from pathlib import Path

import pytest

from tests.hub.lives.stage import Stage, set_stage
from tests.hub.running import HubServer


@pytest.fixture(scope="module")
def stage(server: HubServer, seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return set_stage(server, seeded, tmp_path_factory.mktemp("stage"))
