import argparse
from argparse import Namespace
from pathlib import Path

import pytest

from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, open_hub, say
from kiosk.hub.cli.store import StoreMissing
from kiosk.hub.context import Hub
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.settings import DEFAULT_DATABASE, HubSettings


def test_the_database_is_a_file_in_this_folder_unless_another_is_named() -> None:
    parser = argparse.ArgumentParser()
    add_database(parser)

    assert parser.parse_args([]).database == DEFAULT_DATABASE
    assert parser.parse_args(["--database", "sqlite:///x"]).database == "sqlite:///x"


@pytest.mark.sqlite
def test_a_hub_is_begun_only_where_that_is_meant(tmp_path: Path) -> None:
    settings = HubSettings(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with pytest.raises(StoreMissing, match="run `kiosk hub seed` first"):
        open_begun_hub(settings)
    assert list(tmp_path.iterdir()) == []

    with open_hub(settings), open_begun_hub(settings) as hub, hub.database.read() as session:
        assert list_stores(session) == []


def test_where_there_is_no_store_the_file_that_was_looked_at_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"no store in {tmp_path / 'hub.sqlite3'}: " in str(StoreMissing(DEFAULT_DATABASE))


def test_an_address_that_may_hold_a_password_is_not_told() -> None:
    assert "no store in this database: " in str(StoreMissing("postgresql://hub:secret@db/hub"))


def test_what_is_said_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("done")

    assert capsys.readouterr().out == "done\n"


def test_a_command_is_on_record_before_it_runs_and_where_there_is_no_database_it_only_runs(
    hub: Hub, tmp_path: Path
) -> None:
    seen: list[int] = []

    def run(_arguments: Namespace) -> int:
        with hub.database.read() as session:
            seen.append(session.query(Deed).where(Deed.what == "hub try").count())
        return 7

    databases = (hub.settings.database, f"sqlite:///{tmp_path / 'none.sqlite3'}")
    codes = [note_first("hub try", run)(Namespace(database=database)) for database in databases]

    assert (codes, seen) == ([7, 7], [1, 1])
    assert not (tmp_path / "none.sqlite3").exists()
