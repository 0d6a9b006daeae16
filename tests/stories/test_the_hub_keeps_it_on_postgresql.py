"""For a chain the hub keeps everything on PostgreSQL: the same tables, the same answers, nothing kept twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
import requests
from alembic.autogenerate import compare_metadata
from alembic.command import downgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import NullPool
from typing_extensions import override

from kiosk.hub import migrations
from kiosk.hub.context import Hub
from kiosk.hub.database import DatabaseRefused, migrate_database, open_database
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.models.benefits.ledger_account import list_accounts
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.tables import METADATA
from kiosk.hub.problem import Problem
from kiosk.hub.sample.seed import TILL_TOKEN_FILE, TOKEN_FILE, seed_hub
from kiosk.hub.sample.shop import STORE
from kiosk.hub.settings import HubSettings
from kiosk.shop.postgres import RunningPostgres, start_postgres
from tests.hub.domain.benefits.chaos import Chaos
from tests.hub.phone import press_code, read_code, read_fields
from tests.hub.running import DEADLINE_S, Dial, HubServer, RunningHub, keep_at_once, make_bookmark

CATALOGUE = "/v1/catalogue?store=berlin-mitte&screen=window-1"


@pytest.fixture(scope="module")
def server() -> Iterator[RunningPostgres]:
    with start_postgres(hasty=True) as server:
        yield server


@pytest.fixture(scope="module")
def shop(server: RunningPostgres, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A database with the sample shop, only copied from, and the folder with its keys and pictures."""
    name, folder = server.make_database(), tmp_path_factory.mktemp("shop")
    url = server.find(name)
    migrate_database(url)
    database = open_database(url)
    seed_hub(Hub(HubSettings(url, folder / "media"), database, Dial().read), folder)
    database.close()
    return name, folder


@pytest.fixture
def url(server: RunningPostgres) -> str:
    """The address of an empty database."""
    return server.find(server.make_database())


@pytest.fixture
def running(server: RunningPostgres, shop: tuple[str, Path]) -> Iterator[RunningHub]:
    """The hub with its sample shop on it, reached over HTTP."""
    name, folder = shop
    url, dial = server.find(server.make_database(name)), Dial()
    hub = Hub(HubSettings(url, folder / "media"), open_database(url), dial.read)
    with HubServer(hub) as service:
        yield RunningHub(service, hub, dial, folder, (folder / TOKEN_FILE).read_text())
    hub.database.close()


def test_the_migrations_lead_from_nothing_to_the_models_and_back(url: str) -> None:
    migrate_database(url)
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["url"] = url
    downgrade(config, "base")

    assert differences == []
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_a_tap_becomes_a_page_with_an_answer_and_a_redemption(running: RunningHub) -> None:
    before = running.get(CATALOGUE)
    kept = running.keep(make_bookmark())
    with requests.Session() as phone:
        page = phone.get(running.find_page(kept.json()["claim_url"]), timeout=DEADLINE_S)
        answered = phone.post(page.url, {**read_fields(page), "text": "Gibt es ihn auch in Blau?"}, timeout=DEADLINE_S)
        code = read_code(press_code(phone, answered))
    till = (running.folder / TILL_TOKEN_FILE).read_text()
    redeemed = [running.post("/v1/redemptions", {"bookmark": code}, till).status_code for _ in range(2)]
    after = running.get(CATALOGUE, **{"If-None-Match": before.headers["ETag"]})

    assert (before.status_code, len(before.json()["offers"]), kept.status_code) == (200, 9, 201)
    assert "Gibt es ihn auch in Blau?" in answered.text
    assert redeemed == [201, 200]
    assert after.json()["redeemed"] == {"o-mug": {"weekend-morning": 1}}
    assert len(running.get("/v1/shoppers?store=berlin-mitte").json()["shoppers"]) == 3


def test_events_are_kept_once_and_visits_counted(running: RunningHub) -> None:
    (member, *_) = running.get("/v1/shoppers?store=berlin-mitte").json()["shoppers"]
    visit = {"specversion": "1.0", "id": "e1", "source": "s", "type": "kiosk.visit", "data": {"shopper": member["key"]}}
    told = [running.post("/v1/events", [visit]).json() for _ in range(2)]
    again = next(
        one for one in running.get("/v1/shoppers?store=berlin-mitte").json()["shoppers"] if one["key"] == member["key"]
    )

    assert told == [{"stored": 1, "repeated": 0}, {"stored": 0, "repeated": 1}]
    assert again["visits"] == member["visits"] + 1


def test_twenty_threads_with_one_bookmark_keep_it_once(running: RunningHub) -> None:
    answers = keep_at_once(running, 20)

    assert sorted(status for status, _ in answers) == [200] * 19 + [201]
    assert len({body for _, body in answers}) == 1


def test_the_books_are_right_whatever_happens(server: RunningPostgres, shop: tuple[str, Path]) -> None:
    name, folder = shop

    class ChaosOnPostgres(Chaos):
        @override
        def open_hub(self, dial: Dial) -> Hub:
            url = server.find(server.make_database(name))
            return Hub(HubSettings(url, folder / "media"), open_database(url), dial.read)

    pace = settings(max_examples=3, stateful_step_count=12)
    run_state_machine_as_test(ChaosOnPostgres, settings=pace)


def test_of_many_who_spend_at_once_only_so_many_do_as_there_is(running: RunningHub) -> None:
    hub, gate = running.hub, Barrier(8)

    def spend(number: int) -> bool:
        gate.wait()
        try:
            _give(hub, f"spent-{number}", -1)
        except Problem:
            return False
        return True

    _give(hub, "gift", 5)
    with ThreadPoolExecutor(8) as pool:
        spent = list(pool.map(spend, range(8)))
    with hub.database.read() as session:
        (account,) = list_accounts(session, STORE, "member", "m")
        faults = find_faults(session)

    assert (sum(spent), account.balance, faults) == (5, 0, [])


def test_what_is_posted_stays_as_it_is(running: RunningHub) -> None:
    _give(running.hub, "gift", 5)
    for change in ("UPDATE ledger_lines SET steps = 0", "DELETE FROM ledger_postings"):
        with pytest.raises(IntegrityError, match="stays as it is"), running.hub.database.write() as session:
            session.execute(text(change))  # our own words, chosen above


def _give(hub: Hub, key: str, steps: int) -> None:
    with hub.database.write() as session:
        post(session, STORE, make_gift(Cause(key, "gift", "..."), "points", "m", steps), hub.now())


def test_who_reads_sees_one_state_and_never_writes(running: RunningHub) -> None:
    database = running.hub.database
    with database.read() as reader:
        names = [screen.id for screen in reader.query(Screen)]
        with database.write() as writer:
            writer.add(Screen(store_id=STORE, id="window-9", zones=[]))
        assert [screen.id for screen in reader.query(Screen)] == names
        with pytest.raises(Exception, match="read-only"):
            reader.execute(text("DELETE FROM claims"))


def test_a_second_writer_waits_and_then_gives_up(url: str) -> None:
    migrate_database(url)
    database = open_database(url, busy_s=0.05)
    with database.write() as first:
        first.execute(text("SELECT 1"))
        with pytest.raises(OperationalError), database.write() as second:
            second.execute(text("SELECT 1"))
    database.close()


def test_a_server_that_is_not_there_is_refused_without_repeating_its_address(server: RunningPostgres) -> None:
    with pytest.raises(DatabaseRefused, match="its server must run and let it in") as refused:
        migrate_database(f"postgresql+psycopg://hub:secret@/none?host={server.folder}")

    assert "secret" not in str(refused.value)
