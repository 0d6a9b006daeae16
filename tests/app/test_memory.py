import gc
from collections.abc import Iterator

import pytest

from kiosk.app.memory import settle_memory


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_the_collector_works_again_and_leaves_alone_what_was_there() -> None:
    gc.disable()
    settle_memory()
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(gc.get_objects())
