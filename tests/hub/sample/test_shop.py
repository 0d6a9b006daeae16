from kiosk.contract.rule import Condition, Visits
from kiosk.contract.shopper import Shopper
from kiosk.hub.sample.shop import FIRST_SCREEN, LOOP, MEMBERS, PRODUCTS, SCREENS, SampleMember
from kiosk.offers.audience import is_open, reaches
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Situation
from tests.hub.running import NOW

LONGEST_TITLE = 24
"""So many letters fill two lines of a large headline."""


def _stand(member: SampleMember) -> Situation:
    """Before the first screen."""
    shopper = Shopper(
        member.nickname,
        segments=frozenset(member.segments),
        language=member.language,
        consents=frozenset(member.consents),
        visits=member.visits,
        interests=member.interests,
    )
    return Situation(frozenset(SCREENS[FIRST_SCREEN]), NOW, 0.0, shopper, NOTHING_SHOWN, 0.0)


def test_every_product_speaks_both_languages_briefly() -> None:
    assert all({"de", "en"} == set(product.title) == set(product.text) for product in PRODUCTS)
    assert max(len(title) for product in PRODUCTS for title in product.title.values()) <= LONGEST_TITLE


def test_every_product_hangs_in_the_zone_of_some_screen() -> None:
    zones = {zone for screen in SCREENS.values() for zone in screen}

    assert {zone for product in PRODUCTS for zone in product.zones} == zones


def test_the_loop_shows_what_is_for_everybody() -> None:
    assert set(LOOP) <= {product.picture for product in PRODUCTS if is_open(product.audience)}


def test_the_first_screen_has_something_for_each_opted_in_member() -> None:
    wanted = set(SCREENS[FIRST_SCREEN])
    meant = [product for product in PRODUCTS if not is_open(product.audience) and wanted & set(product.zones)]

    for member in (member for member in MEMBERS if member.consents):
        assert any(reaches(product.audience, _stand(member)) for product in meant)


def test_it_shows_off_regulars_tastes_and_a_budget() -> None:
    rules = [rule for product in PRODUCTS for rule in (*product.audience.all, *product.audience.any)]
    conditions = [rule for rule in rules if isinstance(rule, Condition)]

    assert [rule.visits for rule in conditions if rule.visits] == [Visits(at_least=3)]
    assert [rule.interest for rule in conditions if rule.interest] == ["design"]
    assert [product.picture for product in PRODUCTS if product.budget] == ["mug"]


def test_one_member_allowed_nothing() -> None:
    assert [member.nickname for member in MEMBERS if not member.consents] == ["D"]
