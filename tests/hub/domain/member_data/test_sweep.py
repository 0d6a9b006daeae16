from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy import select

from kiosk.backoff import Backoff
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.sweep import finish_erasures, keep_erasing
from kiosk.hub.domain.member_data.tombstone_file import find_tombstone_file
from kiosk.hub.models.members.erasure_step import ErasureStep
from kiosk.hub.models.members.member import Member
from kiosk.hub.wallet.google.account import read_account
from kiosk.hub.wallet.google.service import GoogleWallet
from kiosk.hub.wallet.wallets import Wallets
from tests.doubles.deadline import wait_until
from tests.doubles.google_wallet import PretendGoogle, make_key_text, run_google
from tests.hub.domain.member_data.known_well import SERIAL, WORDS, get_to_know, read_all
from tests.hub.running import Dial

pytestmark = pytest.mark.sqlite

_BACKOFF = Backoff(lambda: 1.0, base_s=5.0, cap_s=3600.0)
_ISSUER = "3388000000012345678"
_OBJECT = f"offerObject/{_ISSUER}.{SERIAL}"


@pytest.fixture(scope="module")
def key() -> str:
    """Made once: to make one takes longer than most tests."""
    return make_key_text()


@pytest.fixture
def google(key: str) -> Iterator[PretendGoogle]:
    with run_google(key) as google:
        yield google


@pytest.fixture
def joined(hub: Hub, google: PretendGoogle, tmp_path: Path, dial: Dial) -> Hub:
    """The hub, which puts coupons into Google's wallet, and from which somebody was erased who had one there."""
    file = tmp_path / "account.json"
    file.write_text(google.write_key_file())
    wallet = GoogleWallet(read_account(_ISSUER, file), dial.read, google.api)
    google.kept[_OBJECT] = {"state": "ACTIVE", "barcode": {"value": "K7Q4"}}
    known = get_to_know(hub)
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, known.key))
    return replace(hub, settings=replace(hub.settings, wallets=Wallets(google=wallet)))


def _list_waits(hub: Hub) -> list[timedelta]:
    with hub.database.read() as session:
        return [step.due_at - step.asked_at for step in session.scalars(select(ErasureStep))]


def test_what_is_to_be_done_is_done_and_then_forgotten(joined: Hub, google: PretendGoogle) -> None:
    finish_erasures(joined, _BACKOFF)

    assert google.kept[_OBJECT]["state"] == "INACTIVE"
    assert "K7Q4" not in str(google.kept)
    assert _list_waits(joined) == []
    assert len(find_tombstone_file(joined.settings.database).read_text().splitlines()) >= 3


def test_her_phone_is_rung_once_and_without_a_way_to_ring_it_is_not_waited_for(joined: Hub) -> None:
    rung: list[str] = []

    def push(token: str) -> bool:
        rung.append(token)
        return True

    wallets = structs.replace(joined.settings.wallets, push=push)
    ringing = replace(joined, settings=replace(joined.settings, wallets=wallets))
    for hub in (ringing, ringing, joined):
        finish_erasures(hub, _BACKOFF)

    assert rung == ["t"]
    assert _list_waits(joined) == []


def test_who_does_not_take_it_is_told_later_and_later_until_she_does(
    joined: Hub, google: PretendGoogle, dial: Dial
) -> None:
    google.failing = 503
    waits: list[timedelta] = []
    for _ in range(3):
        finish_erasures(joined, _BACKOFF)
        waits += _list_waits(joined)
        dial.turn(waits[-1])
    google.failing = None
    finish_erasures(joined, _BACKOFF)

    assert waits == sorted(set(waits))
    assert _list_waits(joined) == []


def test_what_somebody_read_on_meanwhile_leaves_the_log_once_she_has_read_it(hub: Hub, tmp_path: Path) -> None:
    known = get_to_know(hub)
    hasty = replace(hub, database=open_database(hub.settings.database, busy_s=0.05))
    with hub.database.read() as reader:
        reader.get(Member, known.key)
        with hasty.database.erase() as session:
            erase_member(hasty, session, session.get_one(Member, known.key))
    left = read_all(tmp_path)
    finish_erasures(hasty, _BACKOFF)
    hasty.database.close()

    assert WORDS.encode() in left
    assert WORDS.encode() not in read_all(tmp_path)


def test_what_a_hub_that_died_left_in_the_log_goes_at_the_first_look(hub: Hub, tmp_path: Path) -> None:
    log = tmp_path / "hub.sqlite3-wal"
    get_to_know(hub)
    before = log.stat().st_size
    finish_erasures(hub, _BACKOFF)

    assert before > log.stat().st_size == 0


def test_it_waits_for_a_system_that_is_not_switched_on(joined: Hub, google: PretendGoogle) -> None:
    off = replace(joined, settings=replace(joined.settings, wallets=Wallets()))
    finish_erasures(off, _BACKOFF)

    assert google.kept[_OBJECT]["state"] == "ACTIVE"
    assert _list_waits(joined) == [timedelta(hours=1)]


def test_a_hub_that_serves_does_it_by_itself(joined: Hub) -> None:
    file = find_tombstone_file(joined.settings.database)
    with keep_erasing(joined):
        wait_until(file.exists)

    assert file.exists()
