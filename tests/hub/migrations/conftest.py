from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.storage import Storage


@pytest.fixture
def url(storage: Storage, tmp_path: Path) -> Iterator[str]:
    """A database in which nothing is yet."""
    yield storage.find(tmp_path)
    storage.drop(tmp_path)
