from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.loyalty.failure import ApiFailed
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import Json, LoyaltyServer
from tests.doubles.notebook import FaultBook
from tests.doubles.shop_front import ShopFront


def describe(key: str, *consents: str) -> Json:
    return {"key": key, "proximity": [key.encode().hex().rjust(64, "0")], "consents": list(consents)}


@pytest.fixture
def server() -> Iterator[LoyaltyServer]:
    with LoyaltyServer() as server:
        server.shoppers = [describe("anna", "proximity", "personal_offers"), describe("bert", "proximity")]
        yield server


@pytest.fixture
def front(tmp_path: Path, server: LoyaltyServer) -> ShopFront:
    return ShopFront(tmp_path, server.url)


def test_shoppers_are_told_once_and_asked_for_from_the_cursor_on(front: ShopFront, server: LoyaltyServer) -> None:
    front.shoppers.sync()
    front.shoppers.sync()
    assert front.list_known() == [["anna", "bert"]]
    assert [hit.query.get("since") for hit in server.hits] == [None, "1"]


def test_who_is_new_comes_along_and_who_is_gone_is_dropped_at_once_and_from_disk(
    front: ShopFront, server: LoyaltyServer
) -> None:
    front.shoppers.sync()
    server.cursor, server.shoppers, server.gone = "2", [describe("carl", "proximity")], ["anna"]
    front.shoppers.sync()
    assert front.list_known() == [["anna", "bert"], ["bert", "carl"]]
    assert sorted(front.last_good.load(FaultBook()).shoppers) == ["bert", "carl"]


def test_who_is_named_both_as_here_and_as_gone_is_gone(front: ShopFront, server: LoyaltyServer) -> None:
    server.gone = ["anna"]
    front.shoppers.sync()
    assert front.list_known() == [["bert"]]


def test_who_does_not_consent_to_proximity_is_never_kept(front: ShopFront, server: LoyaltyServer) -> None:
    server.shoppers.append(describe("dora", "messages"))
    front.shoppers.sync()
    server.cursor, server.shoppers = "2", [describe("bert", "personal_offers")]
    front.shoppers.sync()
    assert front.list_known() == [["anna", "bert"], ["anna"]]


def test_a_start_without_network_knows_who_was_known(front: ShopFront, tmp_path: Path, server: LoyaltyServer) -> None:
    front.shoppers.sync()
    after = ShopFront(tmp_path, server.url)
    assert sorted(after.remembered.shoppers) == ["anna", "bert"]
    after.shoppers.sync()
    assert after.posted.read() == []


@pytest.mark.parametrize("status", [400, 404, 410, 422])
def test_a_cursor_that_the_server_forgot_makes_it_tell_all_again(
    front: ShopFront, server: LoyaltyServer, status: int
) -> None:
    front.shoppers.sync()
    server.fail_next(Fault(status))
    server.shoppers = [describe("emil", "proximity")]
    with pytest.raises(ApiFailed):
        front.shoppers.sync()
    front.shoppers.sync()
    assert front.list_known() == [["anna", "bert"], ["emil"]]


def test_a_server_in_trouble_changes_nobody(front: ShopFront, server: LoyaltyServer) -> None:
    front.shoppers.sync()
    server.fail_next(Fault(500))
    with pytest.raises(ApiFailed):
        front.shoppers.sync()
    front.shoppers.sync()
    assert front.list_known() == [["anna", "bert"]]


def test_an_answer_that_is_no_contract_is_a_failure(front: ShopFront, server: LoyaltyServer) -> None:
    server.fail_next(Fault(body=b"<html>Guest network</html>"))
    with pytest.raises(ApiFailed, match="not_understood"):
        front.shoppers.sync()


def test_rather_than_an_old_list_none_is_left_on_a_disk_that_fails(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.shoppers.sync()
    (tmp_path / "shoppers.json.part").mkdir()
    server.cursor, server.shoppers, server.gone = "2", [], ["anna"]
    front.shoppers.sync()
    assert front.list_known()[-1] == ["bert"]
    assert front.last_good.load(FaultBook()).shoppers == {}


def test_that_somebody_is_gone_is_told_even_if_nobody_here_ever_heard_of_her(
    front: ShopFront, server: LoyaltyServer
) -> None:
    partings: list[int] = []
    for cursor, gone in (("1", []), ("2", []), ("3", ["nobody-known"])):
        server.cursor, server.gone = cursor, gone
        front.shoppers.sync()
        partings.append(front.partings)

    assert partings == [1, 1, 2]  # who begins anew may have missed somebody
