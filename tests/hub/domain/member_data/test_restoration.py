import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.restoration import erase_again, find_returned
from kiosk.hub.domain.member_data.sweep import finish_erasures
from kiosk.hub.models.members.member import Member
from tests.hub.domain.member_data.known_well import get_to_know, list_secrets, read_all
from tests.hub.running import Dial

pytestmark = pytest.mark.sqlite


def _back_up(folder: Path, hub: Hub) -> Path:
    hub.database.close()
    return Path(shutil.copyfile(folder / "hub.sqlite3", folder / "backup"))


def _restore(folder: Path, backup: Path, hub: Hub) -> Hub:
    hub.database.close()
    for file in folder.glob("hub.sqlite3-*"):
        file.unlink()
    shutil.copyfile(backup, folder / "hub.sqlite3")
    return Hub(hub.settings, open_database(hub.settings.database), Dial().read)


def test_who_was_erased_after_the_backup_is_found_in_it_and_erased_again(hub: Hub, tmp_path: Path) -> None:
    known = get_to_know(hub)
    backup = _back_up(tmp_path, hub)
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, known.key))
    finish_erasures(hub)
    restored = _restore(tmp_path, backup, hub)
    with restored.database.read() as session:
        others = session.scalars(select(Member.key).where(Member.key != known.key).order_by(Member.key)).all()

    assert find_returned(restored) == [known.key]
    erase_again(restored, [known.key, known.key])
    assert find_returned(restored) == []
    with restored.database.read() as session:
        assert session.scalars(select(Member.key).order_by(Member.key)).all() == others
    restored.database.close()
    assert [text for text in list_secrets(known) if text.encode() in read_all(tmp_path)] == []


def test_where_nobody_was_erased_nobody_returned(hub: Hub) -> None:
    get_to_know(hub)

    assert find_returned(hub) == []
