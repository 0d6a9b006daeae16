from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.ending import end_words, is_over
from kiosk.hub.domain.profile.handle import ACCOUNT, EMAIL, Handle
from kiosk.hub.models.profile.ended_consent import EndedConsent
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW

_MINUTE = timedelta(minutes=1)
_CARD, _ADDRESS = Handle("uid", A_HASH, is_verified=True), Handle(EMAIL, "e", is_verified=True)


def test_what_was_said_until_then_is_over_and_what_is_said_later_is_not(hub: Hub) -> None:
    with hub.database.write() as session:
        end_words(session, STORE, [_CARD, _ADDRESS], NOW)

        for handles in ([_CARD], [_ADDRESS], [Handle(EMAIL, "other", is_verified=True), _CARD]):
            told = [is_over(session, STORE, handles, at) for at in (NOW - _MINUTE, NOW, NOW + _MINUTE)]
            assert told == [True, True, False]
        assert not is_over(session, STORE, [Handle("ndef", A_HASH, is_verified=True)], NOW)


def test_what_is_kept_of_it_names_neither_a_card_nor_a_member(hub: Hub) -> None:
    with hub.database.write() as session:
        end_words(session, STORE, [_CARD, Handle(ACCOUNT, "s_1", is_verified=True)], NOW)
        (kept,) = session.scalars(select(EndedConsent)).all()

    assert kept.kind == "uid"
    assert kept.value != A_HASH
