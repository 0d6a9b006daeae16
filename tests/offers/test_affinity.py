import pytest

from kiosk.contract.offer import Audience, Offer
from kiosk.contract.rule import Condition, Visits
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.offers.affinity import Traces, score_affinity, trace_offer
from kiosk.offers.situation import Situation
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_eligibility import SITUATION

TITLE = {"de": "Titel"}
SHOES = Condition(interest="shoes", at_least=0.1)


def see(shopper: Shopper | None) -> Situation:
    return Situation(SITUATION.zones, SITUATION.local, SITUATION.mono, shopper, SITUATION.shown, 0)


def test_of_somebody_of_whom_nothing_is_known_nothing_is_said() -> None:
    assert score_affinity(Traces()) == 0


@pytest.mark.parametrize(
    "more",
    [
        Traces(visits=1),
        Traces(product_mean=1),
        Traces(type_mean=1),
        Traces(category_mean=1),
        Traces(popularity=0.1),
        Traces(kept=1),
    ],
)
def test_every_trace_speaks_for_an_offer(more: Traces) -> None:
    assert score_affinity(more) > 0


def test_what_she_bought_says_more_than_what_it_is_kin_to() -> None:
    assert (
        score_affinity(Traces(visits=5)) > score_affinity(Traces(type_mean=5)) > score_affinity(Traces(popularity=0.1))
    )


def test_the_screen_goes_by_the_tastes_and_segments_that_the_offer_asks_for() -> None:
    offer = Offer("o", TITLE, audience=Audience(all=("outdoor", "young"), any=(SHOES,)))
    shopper = make_shopper("anna", "outdoor", "dogs")
    shopper = Shopper("anna", segments=shopper.segments, consents=shopper.consents, interests={"shoes": 0.5, "hats": 1})
    assert trace_offer(offer, see(shopper)) == Traces(type_mean=5.0, category_mean=1)


def test_rules_in_groups_count_and_rules_that_say_whom_it_is_not_for_do_not() -> None:
    group = Condition(any=("outdoor", SHOES))
    offer = Offer("o", TITLE, audience=Audience(all=(group, Condition(visits=Visits(at_least=1))), none=("staff",)))
    assert trace_offer(offer, see(make_shopper("anna", "outdoor", "staff"))) == Traces(category_mean=1)


def test_without_consent_nothing_is_looked_at() -> None:
    offer = Offer("o", TITLE, audience=Audience(any=("outdoor",)))
    stranger = Shopper("anna", segments=frozenset({"outdoor"}), consents=frozenset({PROXIMITY}))
    assert trace_offer(offer, see(stranger)) == Traces()
    assert trace_offer(offer, see(None)) == Traces()
