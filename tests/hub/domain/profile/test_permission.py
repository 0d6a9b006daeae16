from datetime import timedelta

import pytest

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.permission import WEB, Word, settle_consent
from kiosk.hub.models.members.consent import list_consents
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW, Dial

HOUR = timedelta(hours=1)


@pytest.fixture
def key(hub: Hub) -> str:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
    return "s_1"


def _say(hub: Hub, key: str, *, allows: bool | None, hours: int = 0) -> bool:
    with hub.database.write() as session:
        return settle_consent(hub, session, key, Word(allows, "shop", NOW + hours * HOUR))


def test_what_she_allows_is_noted_once_with_where_she_said_so(hub: Hub, key: str) -> None:
    assert [_say(hub, key, allows=allows) for allows in (None, True, True, None)] == [False, True, True, True]
    with hub.database.read() as session:
        (consent,) = list_consents(session, key)
    assert (consent.purpose, consent.source, consent.text_version) == (PERSONAL_OFFERS, WEB, "source:shop")


def test_what_she_said_before_she_took_it_back_is_over(hub: Hub, key: str, dial: Dial) -> None:
    _say(hub, key, allows=True)
    dial.turn(2 * HOUR)

    assert not _say(hub, key, allows=False, hours=2)
    assert [_say(hub, key, allows=True, hours=hours) for hours in (1, 2, 3)] == [False, False, True]
