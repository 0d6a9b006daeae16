from kiosk.hub.cli.guide import HUB, SEED
from kiosk.hub.sample.seed import TOKEN_FILES
from kiosk.hub.sample.shop import MEMBERS, PRODUCTS, SCREENS


def test_the_first_try_is_the_two_commands_in_their_order() -> None:
    assert 0 < HUB.index("kiosk hub seed") < HUB.index("kiosk hub serve")


def test_the_sample_shop_is_as_large_as_is_said() -> None:
    assert (len(PRODUCTS), len(MEMBERS), len(SCREENS)) == (9, 4, 2)
    assert "nine offers, four members, two screens" in SEED


def test_every_file_that_holds_a_secret_is_named() -> None:
    assert all(name in SEED for name in ("store.key", *TOKEN_FILES.values()))
