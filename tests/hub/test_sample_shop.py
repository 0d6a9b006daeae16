from kiosk.hub.sample_shop import FIRST_SCREEN, LOOP, MEMBERS, PRODUCTS, SCREENS

LONGEST_TITLE = 24
"""So many letters fill two lines of a large headline."""


def test_every_product_speaks_both_languages_briefly() -> None:
    assert all({"de", "en"} == set(product.title) == set(product.text) for product in PRODUCTS)
    assert max(len(title) for product in PRODUCTS for title in product.title.values()) <= LONGEST_TITLE


def test_every_product_hangs_in_the_zone_of_some_screen() -> None:
    zones = {zone for screen in SCREENS.values() for zone in screen}

    assert {zone for product in PRODUCTS for zone in product.zones} == zones


def test_the_loop_shows_what_is_for_everybody() -> None:
    assert set(LOOP) <= {product.picture for product in PRODUCTS if not product.any_segment}


def test_the_first_screen_has_something_for_each_opted_in_member() -> None:
    wanted = set(SCREENS[FIRST_SCREEN])
    meant = [product for product in PRODUCTS if product.any_segment and wanted & set(product.zones)]

    for member in (member for member in MEMBERS if member.consents):
        assert any(set(product.any_segment) & set(member.segments) for product in meant)


def test_one_member_allowed_nothing() -> None:
    assert [member.nickname for member in MEMBERS if not member.consents] == ["D"]
