import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.loyalty.sync import STUMBLED, Sync
from tests.doubles.loyalty_faults import Cut, Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.shop_front import ShopFront


@pytest.fixture
def server() -> Iterator[LoyaltyServer]:
    with LoyaltyServer() as server:
        server.offer("boots")
        server.shoppers = [{"key": "anna", "consents": ["proximity"]}]
        yield server


@pytest.fixture
def front(tmp_path: Path, server: LoyaltyServer) -> ShopFront:
    return ShopFront(tmp_path, server.url)


def make_sync(front: ShopFront, poll_s: float = 30.0, chance: float = 0.5) -> Sync:
    return Sync(front.catalogue, front.shoppers, front.faults, poll_s, lambda: chance)


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 27.0), (0.5, 30.0), (1.0, 33.0)])
def test_the_screens_of_a_chain_do_not_ask_in_step(front: ShopFront, chance: float, expected: float) -> None:
    assert make_sync(front, chance=chance).run_once() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(401), "token_refused"),
        (Fault(404), "http_404"),
        (Fault(409), "http_409"),
        (Fault(422), "http_422"),
        (Fault(429), "http_429"),
        (Fault(500), "http_500"),
        (Fault(cut=Cut.BEFORE), "unreachable"),
        (Fault(cut=Cut.HALF), "half_answer"),
    ],
)
def test_a_fault_of_the_api_is_named_and_cleared_when_it_is_well(
    front: ShopFront, server: LoyaltyServer, fault: Fault, code: str
) -> None:
    sync = make_sync(front)
    server.fail_next(fault, times=2)
    sync.run_once()
    assert ("api", code) in front.faults.read()
    sync.run_once()
    assert front.faults.read()[-1] == ("api", None)


def test_a_failure_of_the_catalogue_does_not_keep_the_shoppers_from_their_turn(
    front: ShopFront, server: LoyaltyServer
) -> None:
    server.fail_always("/v1/catalogue", Fault(500))
    make_sync(front).run_once()
    assert front.list_known() == [["anna"]]


def test_what_nobody_foresaw_in_the_catalogue_does_not_keep_a_withdrawn_consent_from_being_heard(
    front: ShopFront, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(front.catalogue, "sync", stumble)
    with pytest.raises(ZeroDivisionError):
        make_sync(front).run_once()
    assert front.list_known() == [["anna"]]


def test_a_failure_of_the_shoppers_does_not_keep_the_catalogue_from_its_turn(
    front: ShopFront, server: LoyaltyServer
) -> None:
    server.fail_always("/v1/shoppers", Fault(404))
    make_sync(front).run_once()
    assert len(front.list_catalogues()) == 1


@pytest.mark.parametrize(("asked", "expected"), [("5", 30.0), ("90", 90.0), ("999999", 3600.0)])
def test_a_server_that_asks_for_a_pause_gets_it_up_to_an_hour(
    front: ShopFront, server: LoyaltyServer, asked: str, expected: float
) -> None:
    server.fail_next(Fault(503, retry_after=asked))
    assert make_sync(front).run_once() == expected


def test_the_thread_syncs_at_its_start_and_at_request_and_stops_at_once(
    front: ShopFront, server: LoyaltyServer
) -> None:
    sync = make_sync(front)
    sync.start()
    front.posted.wait_until(lambda events: len(events) == 2)
    server.offer("socks")
    sync.request_now()
    front.posted.wait_until(lambda events: len(events) == 3)
    sync.stop()
    assert "sync" not in [thread.name for thread in threading.enumerate()]


def test_a_server_that_asked_for_a_pause_is_not_asked_before_its_end_by_anybody(
    front: ShopFront, server: LoyaltyServer
) -> None:
    sync = make_sync(front)
    server.fail_next(Fault(503, retry_after="60"), times=2)
    sync.start()
    front.faults.wait_for(("api", "http_503"))
    hits = len(server.hits)
    sync.request_now()
    sync.stop()
    assert len(server.hits) == hits


@pytest.mark.allow_log("sync stumbled: ZeroDivisionError")
def test_a_stumble_is_a_fault_of_the_api_until_a_round_is_well(front: ShopFront) -> None:
    chances = iter([0, 2])
    sync = Sync(front.catalogue, front.shoppers, front.faults, 30, lambda: 1 / next(chances))
    sync.start()
    front.faults.wait_for(("api", STUMBLED))
    sync.request_now()
    front.faults.wait_until(lambda faults: faults[-1] == ("api", None))
    sync.stop()


@pytest.mark.allow_log("sync stumbled: ZeroDivisionError")
def test_a_stumble_does_not_end_the_thread(front: ShopFront, server: LoyaltyServer) -> None:
    class StumblingFaults:
        def set_fault(self, part: str, code: str | None) -> None:
            if part == "api" and code is None:
                stumbled.set()
                raise ZeroDivisionError

    stumbled = threading.Event()
    sync = Sync(front.catalogue, front.shoppers, StumblingFaults(), 30, lambda: 0.5)
    sync.start()
    assert stumbled.wait(10)
    server.offer("socks")
    sync.request_now()
    front.posted.wait_until(lambda events: len(events) == 3)
    sync.stop()
