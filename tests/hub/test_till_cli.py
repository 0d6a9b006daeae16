from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.auth import hash_token
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database
from kiosk.hub.keeping import Tap, keep_offer
from kiosk.hub.models.bookmark import find_bookmark
from kiosk.hub.models.offer import Offer
from kiosk.hub.models.store import Store
from kiosk.hub.models.till import find_till_by_token
from kiosk.hub.redeem_code import format_code
from kiosk.hub.sample_shop import STORE
from kiosk.hub.till_cli import BookmarkNotFound, StoreNotFound, add_till_commands
from tests.hub.running import A_HASH, NOW
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_till_commands, hub.settings.database, *words) == 0
        return capsys.readouterr().out

    return run


def test_a_till_gets_a_token_that_lets_it_in(run: Run, hub: Hub) -> None:
    token = run("till", "till-2").strip()

    with hub.database.read() as session:
        till = find_till_by_token(session, hash_token(token))
    assert till
    assert (till.store_id, till.id) == (STORE, "till-2")


def test_where_there_are_several_stores_one_must_be_named(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Store(id="hamburg", name="Elbe", time_zone="Europe/Berlin", language="de"))

    with pytest.raises(StoreNotFound, match="--store which store it is: hamburg, berlin-mitte"):
        run("till", "till-2")
    assert run("till", "till-2", "--store", "hamburg")


def test_without_a_store_there_is_no_till(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    migrate_database(database)

    with pytest.raises(KioskError, match=r"no store in .+empty\.sqlite3: run `kiosk hub seed` first"):
        type_command(add_till_commands, database, "till", "till-1")


def test_a_bookmark_is_redeemed_by_hand_once(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))

    assert [run("redeem", "b"), run("redeem", "b")] == ["o-mug is redeemed.\n", "o-mug was redeemed before.\n"]
    with hub.database.read() as session:
        bookmark = find_bookmark(session, "b")
    assert bookmark
    assert bookmark.redeemed_at


def test_a_bookmark_is_redeemed_by_the_code_that_the_phone_shows(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        code = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap).redeem_code

    assert run("redeem", format_code(code).lower()) == "o-mug is redeemed.\n"
    assert run("redeem", "b") == "o-mug was redeemed before.\n"


def test_a_bookmark_that_there_is_not_is_not_redeemed(run: Run) -> None:
    with pytest.raises(BookmarkNotFound, match="it stands on the phone's page"):
        run("redeem", "b")
