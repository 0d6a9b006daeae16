import argparse
import json
from pathlib import Path

import pytest

from kiosk.bookmarks.cli import FILE_NAME, add_outbox_commands
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import BookmarkUnknown, Count, Outbox
from kiosk.errors import FileRefused
from kiosk.settings import Screen, Settings, State, Store
from tests.doubles.taps import save_bookmarks


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(Store("berlin"), Screen("window-1", ("shoes",)), state=State(tmp_path))


@pytest.fixture
def outbox(settings: Settings) -> Outbox:
    outbox = Outbox(Database(settings.state.dir / FILE_NAME))
    save_bookmarks(outbox, range(1, 4))
    outbox.bury(2, "offer_unknown")
    return outbox


def run(settings: Settings, *words: str) -> int:
    parser = argparse.ArgumentParser()
    add_outbox_commands(parser.add_subparsers(), lambda _parser: None)
    args = parser.parse_args(["outbox", *words])
    return int(args.run(args, settings))


@pytest.mark.usefixtures("outbox")
def test_the_list_is_a_table_to_read(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, "list") == 0
    expected = [
        "BOOKMARK  OFFER  TAPPED AT                      STATE",
        "b-1       boots  2026-11-22T09:00:00.000+00:00  waiting",
        "b-2       boots  2026-11-22T09:00:00.000+00:00  offer_unknown",
        "b-3       boots  2026-11-22T09:00:00.000+00:00  waiting",
    ]
    assert expected == capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("outbox")
def test_the_list_as_json_is_for_other_programs(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, "list", "--json") == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["b-1", "b-2", "b-3"]


def test_retry_without_ids_means_all(settings: Settings, outbox: Outbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, "retry") == 0
    assert capsys.readouterr().out == "1 to be sent again\n"
    assert Count(waiting=3, dead=0) == outbox.count()


def test_an_empty_outbox_is_said_in_words(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    Outbox(Database(settings.state.dir / FILE_NAME)).count()
    assert run(settings, "list") == 0
    assert run(settings, "list", "--json") == 0
    assert capsys.readouterr().out == "nothing waits\n[]\n"


def test_retry_of_what_waits_already_changes_nothing_and_fails(
    settings: Settings, outbox: Outbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, "retry", "b-1") == 1
    assert capsys.readouterr().out == "0 to be sent again\n"
    assert Count(waiting=2, dead=1) == outbox.count()


def test_retry_of_an_unknown_id_says_so_and_fails(settings: Settings, outbox: Outbox) -> None:
    with pytest.raises(BookmarkUnknown, match="b-9 is not in the outbox"):
        run(settings, "retry", "b-9")
    assert Count(waiting=2, dead=1) == outbox.count()


def test_where_no_screen_ran_nothing_is_made(settings: Settings) -> None:
    with pytest.raises(FileRefused, match="no screen has kept a bookmark here yet"):
        run(settings, "list")
    assert not (settings.state.dir / FILE_NAME).exists()
