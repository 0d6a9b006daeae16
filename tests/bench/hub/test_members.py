from pathlib import Path

from kiosk.bench.hub.members import KIND, add_members, name_card
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.store.store import Store


def test_each_member_is_known_by_a_card_of_her_own(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    migrate_database(url)
    database = open_database(url)
    with database.write() as session:
        session.add(Store(id="s", name="S", time_zone="Europe/Berlin", language="de"))

    heard: list[int] = []
    add_members(url, "s", 3, heard.append)

    with database.read() as session:
        found = [find_member(session, "s", KIND, name_card(number)) for number in range(4)]
    database.close()
    assert len({member.key for member in found if member}) == 3
    assert found[3] is None
    assert heard == [3]
