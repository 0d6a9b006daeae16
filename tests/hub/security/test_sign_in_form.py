import re
from pathlib import Path

from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.people.person import Person
from tests.hub.running import RunningHub
from tests.hub.storage import Storage


def test_a_password_is_typed_unseen_and_may_be_pasted(running: RunningHub) -> None:
    page = running.get("/console/sign-in").text
    (field,) = re.findall(r'<input[^>]*name="password"[^>]*>', page)

    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in page


def test_a_new_hub_has_nobody_who_may_sign_in(storage: Storage, tmp_path: Path) -> None:
    url = storage.find(tmp_path / "new")
    migrate_database(url)
    database = open_database(url)
    with database.read() as session:
        assert session.query(Person).count() == 0
    database.close()
