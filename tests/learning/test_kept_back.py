from datetime import timedelta
from types import MappingProxyType

import msgspec
import pytest
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience, Caps, Control, Offer, Validity
from kiosk.learning.kept_back import KeptBack, count_passed_over, record_kept_back, tell_reasons
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.ranking import Considered
from tests.learning.test_ranker import BOOTS, SOCKS, TITLE
from tests.offers.test_eligibility import SITUATION

NOON = SITUATION.local
OFFERS = MappingProxyType(
    {
        "boots": BOOTS,
        "socks": SOCKS,
        "minor": Offer("minor", TITLE, priority=-1),
        "narrow": Offer("narrow", TITLE),
        "spent": Offer("spent", TITLE, caps=Caps(per_screen_day=0)),
        "measured": Offer("measured", TITLE, control=Control(1)),
        "away": Offer("away", TITLE, zones=("elsewhere",)),
        "over": Offer("over", TITLE, valid=Validity(until=NOON - timedelta(days=1))),
        "night": Offer("night", TITLE, dayparts=(Daypart("01:00", "02:00"),)),
        "others": Offer("others", TITLE, audience=Audience(all=("nobody has this",))),
    }
)
CATALOGUE = Catalogue(OFFERS.values())
SELECTION = CATALOGUE.select(SITUATION)
CONSIDERED = Considered(
    CATALOGUE, SITUATION.zones, SELECTION, [offer for offer in SELECTION.offers if offer.id != "narrow"]
)
CANDIDATES = ("boots", "socks")


def test_every_offer_that_was_no_candidate_has_its_reason() -> None:
    kept_back = record_kept_back(CONSIDERED, CANDIDATES)

    assert dict(tell_reasons(kept_back, CANDIDATES, OFFERS.values(), NOON)) == {
        "minor": "outranked",
        "narrow": "exposing",
        "spent": "cap_screen_day",
        "measured": "audience_or_control",
        "away": "zone",
        "over": "validity",
        "night": "daypart",
        "others": "audience_or_control",
    }


def test_it_is_written_down_whole() -> None:
    kept_back = record_kept_back(CONSIDERED, CANDIDATES)

    assert msgspec.json.decode(msgspec.json.encode(kept_back), type=KeptBack) == kept_back
    assert kept_back.catalogue == CATALOGUE.version


def test_whom_an_offer_is_held_back_from_to_measure_it_is_not_written_down() -> None:
    assert SELECTION.held["measured"] == "control"
    assert "measured" not in record_kept_back(CONSIDERED, CANDIDATES).held


def test_they_are_counted_by_what_kept_them_back() -> None:
    assert count_passed_over(CONSIDERED) == {"cap_screen_day": 1, "control": 1, "exposing": 1, "unsuited": 4}


@pytest.mark.parametrize("ranked", [SELECTION.offers])
def test_where_nobody_is_exposed_none_is_counted(ranked: list[Offer]) -> None:
    assert "exposing" not in count_passed_over(replace(CONSIDERED, ranked=ranked))
