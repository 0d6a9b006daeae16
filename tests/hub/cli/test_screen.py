from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.hub.cli.screen import add_screen_commands
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database
from kiosk.hub.domain.screens.enrolment import CodeNotFound, ScreenNotFound
from kiosk.hub.models.screens.enrolment import LIFETIME, add_enrolment
from kiosk.hub.models.screens.screen import Screen, find_screen
from kiosk.hub.sample.shop import STORE
from tests.hub.cli.conftest import TypeHub
from tests.hub.running import A_HASH
from tests.hub.storage import Storage
from tests.hub.terminal import type_command

CODE = "BCDF-GHJK"
Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command about screens to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_screen_commands, hub.settings.database, "screen", *words) == 0
        return capsys.readouterr().out

    return run


def test_approving_a_code_that_nobody_shows_says_what_to_do(
    type_hub: TypeHub, storage: Storage, tmp_path: Path
) -> None:
    migrate_database(storage.find(tmp_path))
    with pytest.raises(CodeNotFound, match="read it again"):
        type_hub("screen", "approve", "AAAA-BBBB")


def test_a_new_screen_is_let_in_by_its_code_name_and_zones(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        add_enrolment(session, CODE, A_HASH, datetime.now(UTC))

    assert "Screen door of store berlin-mitte may come in" in run(
        "approve", CODE, "--screen", "door", "--zones", "shoes, hall"
    )
    with hub.database.read() as session:
        screen = find_screen(session, STORE, "door")
    assert screen
    assert screen.zones == ["shoes", "hall"]


def test_each_screen_is_listed_with_how_it_stands(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-9", zones=[]))

    told = run("revoke", "window-2") + run("list")

    assert "window-2 comes in no more" in told
    assert "berlin-mitte  window-1  in, never heard of  zones: " in told
    assert "berlin-mitte  window-2  revoked 2026-" in told
    assert "berlin-mitte  window-9  not enrolled yet  zones: none" in told


def test_who_waits_to_be_let_in_is_listed_with_the_code_until_it_is_approved(run: Run, hub: Hub) -> None:
    now = datetime.now(UTC)
    with hub.database.write() as session:
        add_enrolment(session, CODE, A_HASH, now - LIFETIME)
        add_enrolment(session, "MNPQ-RSTV", A_HASH, now - timedelta(minutes=2))

    told = run("list"), run("approve", "MNPQ-RSTV", "--screen", "door") + run("list")

    assert f"waits to be let in since {now - timedelta(minutes=2):%H:%M} UTC  MNPQ-RSTV\n" in told[0]
    assert CODE not in told[0]
    assert "only while you see its code on the glass" in told[0]
    assert "waits" not in told[1]


def test_a_name_that_no_screen_can_have_is_refused(run: Run) -> None:
    with pytest.raises(SystemExit):
        run("approve", CODE, "--screen", "window 1")


def test_a_screen_is_put_at_the_door_and_taken_from_it(run: Run, hub: Hub) -> None:
    places = list[str]()
    for place in ("door", "exit", "pick-up", "none"):
        assert f"Screen window-1 of store berlin-mitte: {place}." in run("place", "window-1", place)
        with hub.database.read() as session:
            screen = find_screen(session, STORE, "window-1")
            assert screen
            places.append(screen.place)

    assert places == ["door", "exit", "pick_up", ""]
    with pytest.raises(ScreenNotFound, match="no such screen"):
        run("place", "window-7", "door")
