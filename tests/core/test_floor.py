from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.events import CatalogueChanged
from kiosk.core.loop.play import open_floor
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.situation import Policy
from tests.doubles.shop_floor import MONDAY, RULES, Play, make_shopper

NOW = Instant(5.0, MONDAY, "id")


def test_a_situation_knows_the_stores_policy() -> None:
    policy = Policy(contacts_per_day=3)
    floor = open_floor(replace(RULES, policy=policy), 0.0)
    assert floor.describe(None, NOW).policy == policy


def test_the_cap_of_the_loyalty_system_goes_before_the_screens_own() -> None:
    play = Play(open_floor(replace(RULES, policy=Policy(contacts_per_day=3, k_anonymity=5)), 0.0))
    play.send(CatalogueChanged(Catalogue(), (), contacts_per_day=6))
    assert play.floor.describe(None, NOW).policy == Policy(contacts_per_day=6, k_anonymity=5)


def test_a_situation_knows_the_shopper_if_the_floor_does() -> None:
    floor = Play.of_shop().floor
    assert floor.describe("anna", NOW).shopper == make_shopper("anna", "outdoor", language="en")
    assert floor.describe("nobody", NOW).shopper is None
    assert floor.describe(None, NOW).shopper is None
