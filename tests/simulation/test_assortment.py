from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.offers.audience import is_open
from kiosk.simulation.assortment import MEMBERS, SEGMENTS, make_catalogue, make_members
from tests.doubles.chance import seed_chance


def test_there_are_offers_for_each_segment_and_for_all() -> None:
    offers = make_catalogue().list_for(frozenset())

    assert {segment for offer in offers for segment in offer.audience.all} == set(SEGMENTS)
    assert any(is_open(offer.audience) for offer in offers)


def test_members_consented_and_differ() -> None:
    members = make_members(seed_chance())

    assert len(members) == MEMBERS
    assert all(PERSONAL_OFFERS in member.consents for member in members.values())
    assert len({member.segments for member in members.values()}) > len(SEGMENTS)
