"""Whatever comes twice, late, in another order or is cut off: the ledger sums to zero, and there is one of each."""

from pathlib import Path
from uuid import uuid4

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.settings import HubSettings
from tests.hub.domain.benefits.chaos import Chaos
from tests.hub.running import Dial
from tests.hub.storage import Storage

_PACE = settings(max_examples=20, stateful_step_count=25)


def test_the_books_are_right_whatever_happens(storage: Storage, seeded: Path, tmp_path: Path) -> None:
    class ChaosInAPlace(Chaos):
        @override
        def open_hub(self, dial: Dial) -> Hub:
            folder = tmp_path / str(uuid4())
            folder.mkdir()
            storage.copy(seeded, folder)
            at = HubSettings(storage.find(folder), seeded / "media")
            return Hub(at, open_database(at.database), dial.read)

    run_state_machine_as_test(ChaosInAPlace, settings=_PACE)
