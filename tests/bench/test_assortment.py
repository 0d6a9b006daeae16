from datetime import timedelta

import pytest

from kiosk.bench.assortment import ELIGIBLE, SEGMENTS, list_offers, make_shopper
from kiosk.bench.decide import MIDDAY, RULES, ZONE
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.eligibility import Exclusion, find_exclusion
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Situation

COUNT = 10 * SEGMENTS * ELIGIBLE


def _describe(number: int) -> Situation:
    local = (MIDDAY + timedelta(seconds=1)).astimezone(RULES.time_zone)
    return Situation(frozenset({ZONE}), local, 1.0, make_shopper(number), NOTHING_SHOWN, 600)


@pytest.mark.parametrize("count", [SEGMENTS * ELIGIBLE, COUNT])
def test_as_few_are_for_a_shopper_however_many_there_are(count: int) -> None:
    catalogue = Catalogue(list_offers(count, MIDDAY))

    found = [catalogue.find_eligible(_describe(number)) for number in range(100)]

    # Some are held out from her, to measure the effect.
    assert {len(offers) for offers in found} <= {ELIGIBLE - 2, ELIGIBLE - 1, ELIGIBLE}


def test_the_others_are_kept_from_her_by_every_rule_that_is_no_cap() -> None:
    exclusions = {find_exclusion(offer, _describe(0)) for offer in list_offers(COUNT, MIDDAY)}

    assert exclusions >= {Exclusion.ZONE, Exclusion.VALIDITY, Exclusion.DAYPART, Exclusion.AUDIENCE, None}
