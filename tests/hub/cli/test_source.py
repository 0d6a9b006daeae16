from collections.abc import Callable

import pytest

from kiosk.hub.cli.source import SourceKnown, SourceNotFound, add_source_commands
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.store.source import find_source_by_key
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_source_commands, hub.settings.database, "source", *words) == 0
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(("kind", "vouches"), [("--server", True), ("--browser", False)])
def test_a_source_gets_a_key_that_lets_it_in_until_it_is_revoked(run: Run, hub: Hub, kind: str, vouches: bool) -> None:  # noqa: FBT001 # a table's column
    key = run("add", "web-shop", kind).strip()
    with hub.database.read() as session:
        source = find_source_by_key(session, digest(key))
    assert source
    assert (source.id, source.vouches) == ("web-shop", vouches)

    run("revoke", "web-shop")

    with hub.database.read() as session:
        assert find_source_by_key(session, digest(key)) is None
    assert "revoked 20" in run("list")


def test_a_key_is_replaced_by_who_says_so_alone(run: Run) -> None:
    first = run("add", "web-shop", "--server")
    with pytest.raises(SourceKnown, match="--renew"):
        run("add", "web-shop", "--server")

    assert run("add", "web-shop", "--server", "--renew") != first
    assert "web-shop              server   since" in run("list")


def test_who_lists_none_learns_how_to_add_one(run: Run) -> None:
    assert "kiosk hub source add" in run("list")


def test_a_source_that_there_is_not_cannot_be_revoked(run: Run) -> None:
    with pytest.raises(SourceNotFound, match="list"):
        run("revoke", "web-shop")


@pytest.mark.parametrize("name", ["Shop", "import", "", "a b"])
def test_an_odd_name_is_refused(run: Run, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("add", name, "--server")
    assert "small letters" in capsys.readouterr().err
