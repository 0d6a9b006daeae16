import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from kiosk.errors import FileRefused
from kiosk.hub.cli.hub import add_hub_commands
from kiosk.hub.cli.member_data import NotConfirmed
from kiosk.hub.cli.member_name import MemberNotFound
from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from tests.hub.domain.member_data.known_well import ADDRESS, get_to_know
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said, and before that its exit code."""

    def run(*words: str) -> str:
        code = type_command(add_hub_commands, hub.settings.database, "hub", *words)
        return f"{code} {capsys.readouterr().out}"

    return run


def _is_there(hub: Hub, key: str) -> bool:
    with hub.database.read() as session:
        return session.scalar(select(Member.key).where(Member.key == key)) is not None


def test_her_file_is_for_programs_or_to_read_and_for_its_owner_alone(hub: Hub, run: Run, tmp_path: Path) -> None:
    known = get_to_know(hub)
    files = [tmp_path / name for name in ("mara.json", "mara.html")]
    for file in files:
        assert run("member", "export", known.key, "--output", str(file), "--language", "de").startswith("0 All that")

    assert msgspec.json.decode(files[0].read_bytes())["member"] == known.key
    assert "Was Sie erlaubt haben" in files[1].read_text(encoding="utf-8")
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_file_of_another_kind_is_refused_before_anything_is_read(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run("member", "export", "nobody", "--output", "mara.txt")

    assert "it must end in .json" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(hub: Hub, run: Run, tmp_path: Path) -> None:
    known = get_to_know(hub)
    with pytest.raises(FileRefused, match="choose another place"):
        run("member", "export", known.key, "--output", str(tmp_path / "nowhere" / "mara.json"))


@pytest.mark.sqlite
@pytest.mark.parametrize(("typed", "is_erased"), [("ERASE\n", True), ("yes\n", False), ("", False)])
def test_she_is_erased_once_it_is_typed_that_it_is_meant(
    hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, *, is_erased: bool
) -> None:
    known = get_to_know(hub)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    try:
        run("member", "erase", known.key)
    except NotConfirmed:
        assert not is_erased

    assert _is_there(hub, known.key) != is_erased


@pytest.mark.sqlite
def test_after_a_backup_was_restored_it_is_said_who_returned_and_she_is_erased_again(
    hub: Hub, run: Run, tmp_path: Path
) -> None:
    known = get_to_know(hub)
    hub.database.close()
    backup = (tmp_path / "hub.sqlite3").read_bytes()
    said = run("member", "erase", known.key, "--yes")
    assert ADDRESS not in said
    assert run("restore-check") == "0 Nobody returned who was erased.\n"
    hub.database.close()
    (tmp_path / "hub.sqlite3").write_bytes(backup)

    assert run("restore-check").startswith("1 1 returned who were erased")
    assert run("member", "reapply-erasures") == "0 Erased again: 1.\n"
    assert run("restore-check").startswith("0 ")
    assert not _is_there(hub, known.key)


def test_nobody_is_erased_by_a_code_that_is_nobodys(run: Run) -> None:
    with pytest.raises(MemberNotFound):
        run("member", "erase", "nobody", "--yes")
