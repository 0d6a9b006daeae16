from pathlib import Path

from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.members.sun_key import get_sun_key
from tests.hub.storage import Storage


def test_every_hub_has_a_key_of_its_own_that_outlives_a_restart(hub: Hub, storage: Storage, tmp_path: Path) -> None:
    url = storage.find(tmp_path / "another")
    migrate_database(url)
    another = open_database(url)
    with hub.database.read() as session, another.read() as elsewhere:
        keys = {get_sun_key(session), get_sun_key(elsewhere)}
    another.close()
    migrate_database(hub.settings.database)
    with hub.database.read() as session:
        assert get_sun_key(session) in keys

    assert [len(key) for key in keys] == [16, 16]
