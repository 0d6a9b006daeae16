import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.order_event import Placed, find_owner, place_pickup, read_article_code
from kiosk.hub.models.members.account import Account
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.pickup.orders import LINES, add_shop, keep_mug, place
from tests.hub.running import NOW


def test_an_order_counts_once_however_often_it_is_told(hub: Hub) -> None:
    with hub.database.write() as session:
        source = add_shop(session)
        first = place(hub, session, source)
        again, is_new = place_pickup(hub, session, Placed(STORE, source.id, "w-1", NOW, LINES, None))

        assert (again, is_new) == (first, False)
        with pytest.raises(Problem) as refused:
            place_pickup(hub, session, Placed(STORE, source.id, "w-1", NOW, LINES[:1], None))
        assert (refused.value.status, refused.value.code) == (422, "pickup_reused")


def test_nobody_is_called_by_the_code_of_another(hub: Hub) -> None:
    with hub.database.write() as session:
        source = add_shop(session)
        pickups = [place(hub, session, source, order=f"w-{number}") for number in range(20)]

        assert len({pickup.code for pickup in pickups}) == len({pickup.proof for pickup in pickups}) == 20
        assert {len(pickup.code) for pickup in pickups} == {4}


def test_whose_it_is_is_known_by_the_address_of_her_account(hub: Hub) -> None:
    with hub.database.write() as session:
        key = keep_mug(hub, session)
        session.add(Account(member_key=key, store_id=STORE, opened_at=NOW, address="anna@example.com"))
        session.flush()

        found = [find_owner(session, STORE, text) for text in (" Anna@Example.com", "ben@example.com", "anna")]
        assert found == [key, None, None]


@pytest.mark.parametrize(
    ("text", "code"), [("4006381333931", "04006381333931"), ("281234x", "281234x"), ("220007", "220007")]
)
def test_digits_are_a_gtin_with_all_of_its_places_or_how_a_label_begins(text: str, code: str) -> None:
    assert read_article_code(text) == code
