from kiosk.core.glass.scene import Saved
from kiosk.shop.claims import Claims
from tests.doubles.shop_floor import BOOTS


def test_the_address_of_a_bookmark_is_the_one_on_the_glass() -> None:
    claims = Claims()
    claims.see(Saved(BOOTS, "de", "b-1"))
    claims.see(Saved(BOOTS, "de", "b-1", "https://hub.example/c/1"))
    assert claims.find("b-1") == "https://hub.example/c/1"
