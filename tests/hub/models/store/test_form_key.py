from pathlib import Path

from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.store.form_key import get_form_key
from tests.hub.storage import Storage


def test_the_key_outlives_a_restart(hub: Hub) -> None:
    with hub.database.read() as session:
        first = get_form_key(session)
    migrate_database(hub.settings.database)
    with hub.database.read() as session:
        assert get_form_key(session) == first


def test_every_hub_has_a_key_of_its_own(hub: Hub, storage: Storage, tmp_path: Path) -> None:
    url = storage.find(tmp_path / "another")
    migrate_database(url)
    another = open_database(url)
    with hub.database.read() as session, another.read() as elsewhere:
        keys = {get_form_key(session), get_form_key(elsewhere)}
    another.close()

    assert sorted(len(key) for key in keys) == [43, 43]
