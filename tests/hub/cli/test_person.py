import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.cli.person import PasswordRefused, PersonNotFound, add_person_commands
from kiosk.hub.context import Hub
from kiosk.hub.domain.people.password import is_password
from kiosk.hub.models.people.person import find_person
from tests.hub.terminal import type_command

PASSWORD = "ein langes Passwort"  # noqa: S105 # of nobody

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Types a command to this hub's database, with this standard input; what it said."""

    def run(*words: str, typed: str = "") -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert type_command(add_person_commands, hub.settings.database, "person", *words) == 0
        return capsys.readouterr().out

    return run


def test_a_person_is_added_with_the_password_of_standard_input(run: Run, hub: Hub) -> None:
    said = run("add", "Mara", "--role", "manager", typed=f"{PASSWORD}\n")

    with hub.database.read() as session:
        person = find_person(session, "mara")
    assert person is not None
    assert (person.role, is_password(person.password_hash, PASSWORD)) == ("manager", True)
    assert "mara may sign in" in said
    assert PASSWORD not in said + person.password_hash


def test_who_may_sign_in_is_listed_and_can_be_removed(run: Run) -> None:
    assert "Nobody may sign in yet" in run("list")
    run("add", "mara", "--role", "manager", typed=f"{PASSWORD}\n")
    assert run("list").split() == ["berlin-mitte", "manager", "mara"]

    run("remove", "MARA")

    assert "Nobody may sign in yet" in run("list")


def test_to_add_somebody_again_changes_password_and_role(run: Run, hub: Hub) -> None:
    run("add", "mara", "--role", "staff", typed=f"{PASSWORD}\n")
    run("add", "mara", "--role", "manager", typed=f"{PASSWORD} 2\n")

    assert run("list").split() == ["berlin-mitte", "manager", "mara"]
    with hub.database.read() as session:
        person = find_person(session, "mara")
    assert person is not None
    assert is_password(person.password_hash, f"{PASSWORD} 2")


@pytest.mark.parametrize("typed", ["short\n", "", f"{'x' * 1001}\n"])
def test_a_password_that_is_too_short_or_too_long_is_refused(run: Run, typed: str) -> None:
    with pytest.raises(PasswordRefused, match="a password has 10 to 1000 letters"):
        run("add", "mara", "--role", "staff", typed=typed)


@pytest.mark.parametrize("name", ["", " ", "a\x1b", "x" * 81])
def test_a_name_that_is_none_is_refused(run: Run, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("add", name, "--role", "staff")
    assert "a name has 1 to 80 printable letters" in capsys.readouterr().err


def test_nobody_is_removed_by_a_name_that_nobody_has(run: Run) -> None:
    with pytest.raises(PersonNotFound, match="kiosk hub person list"):
        run("remove", "nobody")


def test_the_password_is_no_word_of_the_command(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("add", "mara", "--role", "staff", "--password", PASSWORD)
    assert "unrecognized arguments" in capsys.readouterr().err


def test_without_a_database_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="kiosk hub seed"):
        type_command(add_person_commands, f"sqlite:///{tmp_path / 'none.sqlite3'}", "person", "list")
