from datetime import timedelta
from decimal import Decimal

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.promotion import Promotion, list_promotions, set_promotions
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Percentage
from tests.hub.running import NOW

HOUR = timedelta(hours=1)
BENEFIT = Benefit("ten", {"en": "Ten off"}, Percentage(Decimal(10)), StackGroup(0, "offer"), frozenset({"article:1"}))


def make(name: str, **times: object) -> Promotion:
    return Promotion(store_id=STORE, id=name, benefit=BENEFIT, **times)  # type: ignore[arg-type] # they are times


def test_a_promotion_holds_from_its_begin_until_its_end_and_is_read_as_it_was_written(hub: Hub) -> None:
    kept = [make("always"), make("now", valid_from=NOW, valid_until=NOW + HOUR)]
    others = [make("over", valid_until=NOW), make("later", valid_from=NOW + HOUR)]
    with hub.database.write() as session:
        set_promotions(session, STORE, [*kept, *others])
    with hub.database.read() as session:
        found = list_promotions(session, STORE, NOW)

        assert [one.id for one in found] == ["always", "now"]
        assert found[0].benefit == BENEFIT


def test_new_promotions_hold_in_place_of_the_old(hub: Hub) -> None:
    with hub.database.write() as session:
        set_promotions(session, STORE, [make("old")])
        set_promotions(session, STORE, [make("new")])

        assert [one.id for one in list_promotions(session, STORE, NOW)] == ["new"]
