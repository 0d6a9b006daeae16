from pathlib import Path

from kiosk.bench.hub.journeys import MONTH, STORE, open_hub, tell_anew
from kiosk.hub.domain.attribution.telling import TellingOfMonth, read_month
from kiosk.hub.models.store.store import get_store


def test_a_month_of_many_touches_is_told_anew_and_alike_in_each_round(tmp_path: Path) -> None:
    hub = open_hub(f"sqlite:///{tmp_path / 'hub.db'}", members=60, touches=3)
    told: list[TellingOfMonth | None] = []
    for _ in range(2):
        assert tell_anew(hub) > 0
        with hub.database.read() as session:
            told.append(read_month(session, get_store(session, STORE), MONTH))
    hub.database.close()

    assert told[0] == told[1]
    assert told[0]
    assert not told[0].report.is_empty
