from datetime import timedelta

from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.models.members.consent import (
    Consent,
    give_consent,
    group_purposes,
    is_given,
    list_consents,
    withdraw_consent,
)
from kiosk.hub.models.members.member import Member, list_members, select_changed_keys
from kiosk.hub.sample.shop import STORE
from tests.hub.running import Dial


def _find_anna(hub: Hub) -> Member:
    with hub.database.read() as session:
        return list_members(session, select_changed_keys(STORE, 0))[0]


def test_a_withdrawn_consent_counts_no_more_but_stays_as_evidence(hub: Hub) -> None:
    key = _find_anna(hub).key
    with hub.database.write() as session:
        withdraw_consent(session, session.get_one(Member, key), PROXIMITY, hub.now())

    with hub.database.read() as session:
        member = session.get_one(Member, key)
        rows = session.scalars(select(Consent).where(Consent.member_key == key)).all()

        assert set(group_purposes(session, select(Member.key))[member.key]) == {PERSONAL_OFFERS}
        assert [is_given(session, key, purpose) for purpose in (PROXIMITY, PERSONAL_OFFERS)] == [False, True]
        assert {row.purpose: row.withdrawn_at for row in rows} == {PROXIMITY: hub.now(), PERSONAL_OFFERS: None}


def test_a_consent_may_be_given_again(hub: Hub) -> None:
    key = _find_anna(hub).key
    with hub.database.write() as session:
        member = session.get_one(Member, key)
        withdraw_consent(session, member, PROXIMITY, hub.now())
        again = Consent(
            member_key=key, purpose=PROXIMITY, given_at=hub.now(), text_version="2026-11", source="telephone"
        )
        give_consent(session, member, again)

        assert set(group_purposes(session, select(Member.key))[member.key]) == {PROXIMITY, PERSONAL_OFFERS}


def test_every_change_is_one_that_screens_hear_of(hub: Hub) -> None:
    before = _find_anna(hub)
    with hub.database.write() as session:
        withdraw_consent(session, session.get_one(Member, before.key), PROXIMITY, hub.now())
        after = session.get_one(Member, before.key).revision

    assert after > before.revision


def test_consents_are_listed_with_the_last_first_whether_or_not_they_hold(hub: Hub, dial: Dial) -> None:
    key = _find_anna(hub).key
    with hub.database.write() as session:
        member = session.get_one(Member, key)
        withdraw_consent(session, member, PROXIMITY, hub.now())
        dial.turn(timedelta(days=1))
        again = Consent(member_key=key, purpose=PROXIMITY, given_at=hub.now(), text_version="2026-11", source="web")
        give_consent(session, member, again)
        session.flush()

        listed = [(consent.purpose, consent.withdrawn_at is None) for consent in list_consents(session, key)]

    assert listed == [(PROXIMITY, True), (PERSONAL_OFFERS, True), (PROXIMITY, False)]
