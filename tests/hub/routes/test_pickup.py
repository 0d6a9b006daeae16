from collections.abc import Mapping
from types import MappingProxyType

import pytest
import requests
from sqlalchemy import select

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.pickup.pickup import Pickup
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.pickup.orders import KEY, add_shop
from tests.hub.running import DEADLINE_S, NOW, RunningHub, make_bookmark


def _order(
    running: RunningHub, changes: Mapping[str, object] = MappingProxyType({}), key: str = KEY
) -> requests.Response:
    lines = [{"code": "4006381333931", "title": "Stift", "count": 2}]
    body = {"id": "w-1", "placed_at": NOW.isoformat(), "lines": lines, **changes}
    return requests.post(f"{running.url}/v1/pickups", json=body, auth=(key, ""), timeout=DEADLINE_S)


@pytest.fixture
def shop(running: RunningHub) -> RunningHub:
    """The hub, with a web shop of the store's own."""
    with running.hub.database.write() as session:
        add_shop(session)
    return running


def test_an_order_is_taken_once_and_answered_alike(shop: RunningHub) -> None:
    first, again = _order(shop), _order(shop)
    with shop.hub.database.read() as session:
        (pickup,) = session.scalars(select(Pickup))
        assert [(line.code, line.title, line.count) for line in pickup.lines] == [(PEN, "Stift", 2)]

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json() == {"id": "w-1", "code": pickup.code, "proof": pickup.proof, "member": "nobody"}


def test_whose_it_is_is_known_by_her_card(shop: RunningHub) -> None:
    shop.keep(make_bookmark())
    answer = _order(shop, {"credential": {"kind": "uid", "value": "a" * 64}})
    with shop.hub.database.read() as session:
        hers = session.get_one(Bookmark, str(make_bookmark()["id"])).member_key
        assert session.scalars(select(Pickup.member_key)).one() == hers

    assert answer.json()["member"] == "known"
    assert _order(shop, {"id": "w-2", "email": "nobody@example.com"}).json()["member"] == "nobody"


def test_a_key_that_is_open_to_everybody_orders_nothing(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        add_shop(session, vouches=False)

    assert _order(running).status_code == 403
    assert _order(running, key="made-up").status_code == 401


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"lines": []}, 400),
        ({"lines": [{"code": "4006381333931", "title": "Stift", "count": -1}]}, 400),
        ({"lines": [{"code": "../etc", "title": "Stift"}]}, 400),
        ({"lines": [{"code": "4", "title": "a\nb"}]}, 400),
        ({"lines": [{"code": "4", "title": "a"}] * 101}, 400),
        ({"placed_at": "soon"}, 400),
        ({"credential": {"kind": "uid", "value": "04a1b2"}}, 400),
    ],
)
def test_what_is_no_order_is_refused(shop: RunningHub, changes: dict[str, object], status: int) -> None:
    assert _order(shop, changes).status_code == status


def test_another_order_under_the_same_id_is_refused(shop: RunningHub) -> None:
    _order(shop)

    assert _order(shop, {"lines": [{"code": "4", "title": "Anderes"}]}).status_code == 422
