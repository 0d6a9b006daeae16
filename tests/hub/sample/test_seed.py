import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.contract.credential import parse_store_key
from kiosk.errors import FileRefused
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.picture import Picture
from kiosk.hub.models.members.member import Member, list_members
from kiosk.hub.models.screens.screen_state import find_caller_by_token
from kiosk.hub.models.store.till import find_till_by_token
from kiosk.hub.sample.seed import DEMO_FILE, KEY_FILE, SETTINGS_FILE, TILL_TOKEN_FILE, TOKEN_FILE, TOKEN_FILES, seed_hub
from kiosk.hub.sample.shop import MEMBERS, SCREENS, STORE, TILL


def test_key_and_tokens_are_their_owners_alone(seeded: Path) -> None:
    secrets = (KEY_FILE, *TOKEN_FILES.values(), TILL_TOKEN_FILE)

    assert [(seeded / name).stat().st_mode & 0o777 for name in secrets] == [0o600] * 4
    assert len(parse_store_key((seeded / KEY_FILE).read_text())) == 32


def test_the_demo_file_says_what_the_pretend_shop_plays(seeded: Path) -> None:
    demo = json.loads((seeded / DEMO_FILE).read_text())

    assert (demo["store"], demo["screen"], demo["zones"]) == ("berlin-mitte", "window-1", ["home"])
    assert Path(demo["store_key_file"]).is_file()
    assert Path(demo["token_file"]).is_file()
    assert [member["beacon"] for member in demo["members"]] == [member.beacon for member in MEMBERS]
    assert demo["members"][1]["card"]["type"] == "4"


def test_every_picture_of_the_shop_is_in_the_media_folder(hub: Hub) -> None:
    with hub.database.read() as session:
        pictures = session.scalars(select(Picture)).all()

    assert len(pictures) == 18
    assert all((hub.settings.media / picture.name).stat().st_size == picture.bytes for picture in pictures)


def test_seeding_again_changes_nothing(hub: Hub, seeded: Path, tmp_path: Path) -> None:
    for name in (KEY_FILE, TOKEN_FILE):
        shutil.copyfile(seeded / name, tmp_path / name)

    seed_hub(hub, tmp_path)

    assert (tmp_path / KEY_FILE).read_text() == (seeded / KEY_FILE).read_text()
    assert (tmp_path / TOKEN_FILE).read_text() == (seeded / TOKEN_FILE).read_text()
    with hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Offer)) == 9


def test_settings_of_ones_own_stay(hub: Hub, seeded: Path, tmp_path: Path) -> None:
    shutil.copyfile(seeded / KEY_FILE, tmp_path / KEY_FILE)
    (tmp_path / SETTINGS_FILE).write_text("# mine")

    seed_hub(hub, tmp_path)

    assert (tmp_path / SETTINGS_FILE).read_text() == "# mine"


def test_every_screen_of_the_shop_has_a_token(hub: Hub, seeded: Path) -> None:
    with hub.database.read() as session:
        found = [find_caller_by_token(session, digest((seeded / name).read_text())) for name in TOKEN_FILES.values()]

    assert [caller.screen for caller in found if caller] == list(SCREENS)


def test_the_till_of_the_shop_has_a_token(hub: Hub, seeded: Path) -> None:
    with hub.database.read() as session:
        till = find_till_by_token(session, digest((seeded / TILL_TOKEN_FILE).read_text()))

    assert till
    assert (till.store_id, till.id) == (STORE, TILL)


def test_what_targeting_needs_is_in_the_database(hub: Hub) -> None:
    with hub.database.read() as session:
        mug = session.get_one(Offer, "o-mug")
        members = [(member.visits, member.interests) for member in list_members(session, select(Member.key))]

    assert mug.budget
    assert mug.budget.count_bookmarks() == 100
    assert sorted(visits for visits, _ in members) == [1, 2, 3, 5]
    assert {"design": 0.8, "sport": 0.2} in [interests for _, interests in members]


def test_a_key_that_was_lost_is_said_to_be(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="start with a new database"):
        seed_hub(hub, tmp_path)


@pytest.mark.sqlite
def test_no_raw_id_of_the_sample_members_is_kept(seeded: Path) -> None:
    kept = (seeded / "hub.sqlite3").read_bytes().lower()
    raw = [text for member in MEMBERS for text in (member.beacon, member.card.uid, member.card.ndef) if text]
    normal = [text.replace(":", "").replace("-", "") for text in raw]

    assert [text for text in (*raw, *normal) if text.encode() in kept] == []
