from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.sample.seed import DEMO_FILE, KEY_FILE, SETTINGS_FILE, TILL_TOKEN_FILE, TOKEN_FILES
from tests.hub.cli.conftest import TypeHub


@pytest.mark.sqlite
def test_seeding_makes_all_that_a_first_try_needs(
    type_hub: TypeHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = ("--media", str(tmp_path / "media"), "--out", str(tmp_path / "out"))

    assert [type_hub("seed", *places), type_hub("seed", *places)] == [0, 0]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(KEY_FILE, SETTINGS_FILE, DEMO_FILE, TILL_TOKEN_FILE),
        *TOKEN_FILES.values(),
    }
    said = capsys.readouterr().out
    assert said.startswith("Filling the database with the sample shop")
    assert "The sample shop is ready" in said
    assert f"Its database is {tmp_path / 'hub.sqlite3'}.\nIts pictures lie in {tmp_path / 'media'}.\n" in said
    assert f"kiosk hub serve --database sqlite:///{tmp_path / 'hub.sqlite3'} --media {tmp_path / 'media'}\n" in said
    assert f"kiosk run --config {tmp_path / 'out' / SETTINGS_FILE}\n" in said
    assert f"kiosk hub person add anna --role manager --database sqlite:///{tmp_path / 'hub.sqlite3'}\n" in said
    assert said.endswith("Then open http://127.0.0.1:8080/console and sign in as anna.\n")


def test_a_folder_that_cannot_be_written_is_named(type_hub: TypeHub) -> None:
    with pytest.raises(FileRefused, match=r"/proc/x cannot be written \(.+\): choose other folders with --out"):
        type_hub("seed", "--out", "/proc/x")
