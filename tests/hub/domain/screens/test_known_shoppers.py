from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.known_shoppers import gather_crowd, state_person
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member, list_members, select_changed_keys
from kiosk.hub.sample.shop import MEMBERS, STORE
from tests.hub.running import NOW


def test_screens_know_those_who_allow_it_and_no_others(hub: Hub) -> None:
    with hub.database.read() as session:
        crowd = gather_crowd(session, STORE)

    assert len(crowd.shoppers) == len([member for member in MEMBERS if member.consents])


def test_of_a_person_is_told_what_she_allows_until_she_is_nobody(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = list_members(session, select_changed_keys(STORE, 0))[0]
        before = state_person(session, anna.key)
        withdraw_consent(session, anna, PERSONAL_OFFERS, NOW)
        session.flush()
        after = state_person(session, anna.key)
        withdraw_consent(session, anna, PROXIMITY, NOW)
        session.flush()

        assert before
        assert (before.segments, before.visits) == (frozenset(MEMBERS[0].segments), MEMBERS[0].visits)
        assert after
        assert (after.segments, after.visits, after.proximity) == (frozenset(), None, before.proximity)
        assert state_person(session, anna.key) is None


def test_by_another_key_of_hers_she_is_the_same_person(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, ben = list_members(session, select_changed_keys(STORE, 0))[:2]
        ben.person_key = anna.key
        session.flush()
        person = state_person(session, ben.key)

        assert person
        assert person.key == anna.key
        assert person.visits == anna.visits + session.get_one(Member, ben.key).visits
