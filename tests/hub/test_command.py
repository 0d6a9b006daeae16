import argparse
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.command import add_database, open_begun_hub, open_hub, say
from kiosk.hub.models.store import list_stores
from kiosk.hub.settings import DEFAULT_DATABASE, HubSettings


def test_the_database_is_a_file_in_this_folder_unless_another_is_named() -> None:
    parser = argparse.ArgumentParser()
    add_database(parser)

    assert parser.parse_args([]).database == DEFAULT_DATABASE
    assert parser.parse_args(["--database", "sqlite:///x"]).database == "sqlite:///x"


def test_a_hub_is_begun_only_where_that_is_meant(tmp_path: Path) -> None:
    settings = HubSettings(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with pytest.raises(KioskError, match="run `kiosk hub seed` first"):
        open_begun_hub(settings)
    assert list(tmp_path.iterdir()) == []

    with open_hub(settings), open_begun_hub(settings) as hub, hub.database.read() as session:
        assert list_stores(session) == []


def test_what_is_said_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("done")

    assert capsys.readouterr().out == "done\n"
