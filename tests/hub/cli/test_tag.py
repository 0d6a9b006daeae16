from pathlib import Path

import pytest

from kiosk.hub.database import open_database
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.digest import is_hash
from kiosk.hub.sample.shop import STORE
from tests.doubles.sun_tag import SunTag
from tests.hub.cli.conftest import TypeHub
from tests.hub.storage import Storage


@pytest.mark.parametrize("uid", ["04de5f1eacc040", "04:DE:5F:1E:AC:C0:40"])
def test_a_tag_written_with_the_keys_that_are_told_is_believed(
    type_hub: TypeHub, storage: Storage, tmp_path: Path, capsys: pytest.CaptureFixture[str], uid: str
) -> None:
    type_hub("seed", "--media", str(tmp_path / "media"), "--out", str(tmp_path))
    capsys.readouterr()
    type_hub("tag", uid)
    meta_key, file_key = (bytes.fromhex(line.split()[1]) for line in capsys.readouterr().out.splitlines()[:2])
    tag = SunTag(bytes.fromhex("04de5f1eacc040"), meta_key, file_key)

    database = open_database(storage.find(tmp_path))
    with database.write() as session:
        assert is_hash(prove(session, STORE, "sun", tag.tap()))
    database.close()


@pytest.mark.parametrize("uid", ["04de5f1e", "what", "04de5f1eacc0400"])
def test_a_uid_that_is_none_is_refused(type_hub: TypeHub, uid: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        type_hub("tag", uid)
    assert "a UID has 14 hex digits" in capsys.readouterr().err
