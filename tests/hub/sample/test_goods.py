from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from tests.codes.labels import print_german
from tests.hub.domain.basket.goods import make


def test_the_sample_shop_sells_what_its_shelves_hold(hub: Hub) -> None:
    codes = ["4012345000146"] * 5 + ["4012345000092", "4012345000139", print_german("28", "1001", "00125")]
    with hub.database.write() as session:
        priced = make(hub, session, *map(Add, codes)).priced

    assert str(priced.saved) == "11.50"
    assert str(priced.total) == "94.73"
