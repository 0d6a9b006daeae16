import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.fleet.notices import hang_notice, hang_notices
from kiosk.hub.models.screens.notice import Notice, find_notice, withdraw_notice
from kiosk.hub.sample.shop import STORE
from tests.doubles.bystander import stand_by
from tests.doubles.mortal_broker import MortalBroker
from tests.hub.fleet.crowded_line import CrowdedLine
from tests.hub.fleet.joining import NOTICE_TOPIC, join
from tests.hub.fleet.screen import Screen
from tests.hub.running import DEADLINE_S, Dial

LEAVE = {"text": {"de": "Bitte räumen"}, "level": "warning"}


def hang(hub: Hub, text: str = "Bitte räumen") -> None:
    """Have it in the database, and say nothing yet."""
    with hub.database.write() as session:
        session.merge(
            Notice(store_id=STORE, text={"de": text}, level="warning", until=None, sent_by="mara", sent_at=hub.now())
        )


def withdraw(hub: Hub) -> None:
    with hub.database.write() as session:
        withdraw_notice(session, STORE, hub.now())


def read_notice(hub: Hub) -> Notice | None:
    with hub.database.read() as session:
        return find_notice(session, STORE)


def read_taken(hub: Hub) -> datetime | None:
    notice = read_notice(hub)
    assert notice is not None
    return notice.taken_at


def test_a_notice_is_kept_by_the_broker_until_it_is_withdrawn(joined: Hub, screen: Screen) -> None:
    hang(joined)
    assert hang_notice(joined, STORE)
    assert read_taken(joined) == joined.now()
    withdraw(joined)
    assert hang_notice(joined, STORE)
    assert read_notice(joined) is None

    hung, withdrawn = screen.bystander.wait_for_topic(NOTICE_TOPIC, 2)
    assert json.loads(hung) == LEAVE
    assert withdrawn == b""


def test_without_a_line_a_notice_and_its_withdrawal_wait_until_a_broker_takes_them(hub: Hub) -> None:
    hang(hub)
    assert not hang_notice(hub, STORE)
    assert read_taken(hub) is None
    withdraw(hub)
    assert not hang_notice(hub, STORE)

    notice = read_notice(hub)
    assert notice is not None
    assert (notice.withdrawn_at, notice.taken_at) == (hub.now(), None)


@pytest.mark.allow_log("cannot be reached")
def test_to_a_broker_that_forgot_the_notice_it_is_said_again_and_one_that_came_back_is_cleared(
    hub: Hub, tmp_path: Path
) -> None:
    with MortalBroker(tmp_path / "broker") as mortal:
        mortal.revive()
        with join(hub, mortal.address.host, mortal.address.port) as joined:
            hang(joined)
            mortal.kill()
            mortal.revive()
            with stand_by(mortal.address, NOTICE_TOPIC) as later:
                assert json.loads(later.wait_for_topic(NOTICE_TOPIC)[-1]) == LEAVE
            with stand_by(mortal.address, NOTICE_TOPIC) as newcomer:
                assert json.loads(newcomer.wait_for_topic(NOTICE_TOPIC)[-1]) == LEAVE
        with stand_by(mortal.address, NOTICE_TOPIC) as crowd:
            withdraw(hub)
            with join(hub, mortal.address.host, mortal.address.port):
                crowd.heard.wait_for((NOTICE_TOPIC, b""))


def test_what_was_decided_last_is_said_last(hub: Hub, dial: Dial) -> None:
    line = CrowdedLine()
    crowded = replace(hub, line=line)
    hang(crowded)
    with ThreadPoolExecutor() as pool:
        said_again = pool.submit(hang_notices, crowded)
        assert line.is_busy.wait(DEADLINE_S)
        dial.turn(timedelta(seconds=1))
        withdraw(crowded)
        hang_notice(crowded, STORE)
        said_again.result()
    assert [bool(payload) for payload in line.said.read()] == [True, False]
    assert read_notice(hub) is None
