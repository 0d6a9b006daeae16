from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given

from kiosk.contract.offer import Audience, Offer
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.eligibility import find_exclusion
from kiosk.offers.shown import NOTHING_SHOWN
from tests.doubles.shop_floor import BOOTS, MUG, make_shopper
from tests.offers.test_eligibility import SITUATION

NAMES = st.sampled_from(("a", "b", "c"))
SOME = st.lists(NAMES, max_size=2, unique=True).map(tuple)
AUDIENCES = st.builds(Audience, all=SOME, any=SOME, none=SOME)
OFFERS = st.lists(
    st.builds(
        Offer,
        id=st.integers(0, 20).map(str),
        title=st.just({"de": "x"}),
        audience=AUDIENCES,
        zones=st.lists(st.sampled_from(("shoes", "bags")), max_size=2, unique=True).map(tuple),
    ),
    unique_by=lambda offer: offer.id,
    max_size=12,
)


def test_offers_are_found_by_id() -> None:
    catalogue = Catalogue([BOOTS, MUG])
    assert catalogue.get_offer("mug") == MUG
    assert catalogue.get_offer("none") is None


def test_a_screen_lists_what_it_could_ever_show_the_most_important_first() -> None:
    elsewhere = Offer("bags", {"de": "Taschen"}, zones=("bags",), priority=9)
    here = Offer("laces", {"de": "Senkel"}, zones=("shoes",), priority=1)
    assert Catalogue([MUG, elsewhere, here, BOOTS]).list_for(frozenset({"shoes"})) == [BOOTS, here, MUG]


@given(offers=OFFERS, segments=st.frozensets(NAMES), is_known=st.booleans())
def test_the_index_finds_exactly_what_a_look_at_every_offer_finds(
    offers: list[Offer], segments: frozenset[str], *, is_known: bool
) -> None:
    shopper = make_shopper("s", *segments) if is_known else None
    situation = replace(SITUATION, shopper=shopper, shown=NOTHING_SHOWN)
    expected = {offer.id for offer in offers if find_exclusion(offer, situation) is None}
    assert {offer.id for offer in Catalogue(offers).find_eligible(situation)} == expected
