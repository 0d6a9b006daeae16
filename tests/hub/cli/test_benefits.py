from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub import sample
from kiosk.hub.cli.benefits import BooksWrong, PostingRefused, add_benefit_commands
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.programme import ProgrammeRefused, read_programme
from kiosk.hub.models.benefits.action_source import find_source
from kiosk.hub.models.benefits.ledger_account import LedgerAccount, list_accounts
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_benefit_commands, hub.settings.database, "benefits", *words) == 0
        return capsys.readouterr().out

    return run


def test_a_manager_reads_what_the_programme_gives_and_what_is_off(run: Run) -> None:
    said = run("show")

    assert "points: 1 points for each EUR on purchase\n" in said
    assert "feedback: 20 points on feedback, per member day 1, per member 12\n" in said
    assert "pay: points at 0.01 EUR each, at most 25 EUR, held for 15 minutes\n" in said
    assert "stamp card: 50 points for 3 departments\n" in said
    assert "like: off. Meta's platform policy" in said


def test_a_file_holds_from_now_on(run: Run, hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "benefits.toml"
    file.write_text('[[earn]]\nname="a"\non="login"\nunit="points"\namount=1\nfrom=2026-12-01\n')

    assert run("set", str(file)) == f"{STORE}: 1 rules hold from now on.\n"
    assert run("show").startswith("a: 1 points on login, from 2026-12-01\nlike: off.")
    with hub.database.read() as session:
        assert len(read_programme(session, STORE).earn) == 1


def test_a_file_that_is_wrong_changes_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "benefits.toml"
    file.write_text("[social]\nlike = true")
    with pytest.raises(ProgrammeRefused, match="like stays off"):
        run("set", str(file))
    with pytest.raises(FileRefused, match="cannot be read"):
        run("set", str(tmp_path / "nothing"))

    assert "stamp card" in run("show")


def test_a_source_gets_its_address_and_its_secret(run: Run, hub: Hub) -> None:
    address, secret = run("source", "gallery").split()
    with hub.database.read() as session:
        source = find_source(session, STORE, "gallery")

    assert source
    assert (address, secret) == (f"/v1/actions/{STORE}/gallery", source.secret)


def test_the_books_are_added_up_anew(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        post(session, STORE, make_gift(Cause("k", "gift", "..."), "points", "m", 20), NOW)

    assert run("audit").startswith("The books are right")
    with hub.database.write() as session:
        session.query(LedgerAccount).filter(LedgerAccount.owner == "m").one().balance = 21
    with pytest.raises(BooksWrong, match="is not what its lines say"):
        run("audit")


def test_a_posting_is_undone_by_its_number(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        number = str(post(session, STORE, make_gift(Cause("k", "gift", "..."), "points", "m", 20), NOW))
    said = [run("reverse", number, "--because", "a mistake") for _ in range(2)]
    undo = said[0].split()[-1].rstrip(".")
    with hub.database.read() as session:
        (account,) = list_accounts(session, STORE, "member", "m")

    assert (said[0], account.balance) == (said[1], 0)
    for wrong, phrase in (("99999", "no posting"), (undo, "is not undone")):
        with pytest.raises(PostingRefused, match=phrase):
            run("reverse", wrong, "--because", "a mistake")


def test_the_sample_is_a_file_that_can_be_set(run: Run) -> None:
    assert run("set", str(Path(sample.__file__).parent / "benefits.toml")) == f"{STORE}: 7 rules hold from now on.\n"
