from collections.abc import Mapping
from datetime import timedelta
from sqlite3 import Cursor

import pytest
from sqlalchemy import event, func, select

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.intake import Outcome
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.ended_consent import EndedConsent
from kiosk.hub.models.profile.heard_message import HeardMessage
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.profile.profile import Profile
from kiosk.hub.models.profile.profile_event import ProfileEvent
from tests.hub.running import NOW, Dial
from tests.hub.shop_window import NO, WebShop, add_source, make_message


@pytest.fixture
def shop(hub: Hub) -> WebShop:
    """The web shop's server."""
    return WebShop(hub, add_source(hub))


@pytest.fixture
def pages(hub: Hub) -> WebShop:
    """The web shop's pages."""
    return WebShop(hub, add_source(hub, "pages", vouches=False))


def _count(hub: Hub, kind: type[object]) -> int:
    with hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "kept"),
        ({"type": "page"}, "kept"),
        ({"type": "identify", "traits": {"email": "a@b.example"}}, "kept"),
        ({"context": {}}, "unallowed"),
        ({"context": NO}, "unallowed"),
        ({"userId": None}, "nobody_proven"),
        ({"timestamp": "1999-01-01T00:00:00Z"}, "malformed"),
        ({"timestamp": (NOW - timedelta(days=30, seconds=1)).isoformat()}, "too_old"),
    ],
)
def test_each_message_has_its_outcome(shop: WebShop, changes: Mapping[str, object], outcome: str) -> None:
    assert shop.tell(make_message(1, **changes)) == [outcome]
    assert Outcome("m", outcome).is_refused is (outcome not in ("kept", "unallowed"))


def test_of_who_does_not_allow_it_nothing_stays_but_that_the_message_was_heard(hub: Hub, shop: WebShop) -> None:
    before = _count(hub, Member)
    shop.tell(make_message(1, context={}, anonymousId="a-1"))

    assert _count(hub, Member) == before
    assert [_count(hub, kind) for kind in (Identifier, ProfileEvent, Profile, HeardMessage)] == [0, 0, 0, 1]


def test_pages_speak_for_their_browser_alone(hub: Hub, shop: WebShop, pages: WebShop) -> None:
    shop.tell(make_message(1))
    outcomes = pages.tell(make_message(1), make_message(2, anonymousId="a-1"))

    assert outcomes == ["nobody_proven", "kept"]
    with hub.database.read() as session:
        owners = session.scalars(select(ProfileEvent.member_key).order_by(ProfileEvent.source_id)).all()
    assert owners[0] != owners[1]


def test_once_she_allows_it_all_her_messages_are_kept(shop: WebShop) -> None:
    assert shop.tell(make_message(1), make_message(2, context={})) == ["kept", "kept"]


def test_with_her_word_goes_all_that_was_told_of_her(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1), make_message(2, type="identify", anonymousId="a-1"))
    with hub.database.read() as session:
        key = session.scalars(select(ProfileEvent.member_key)).one()

    assert shop.tell(make_message(3, type="identify", context=NO)) == ["unallowed"]
    assert [_count(hub, kind) for kind in (Identifier, ProfileEvent, Profile)] == [0, 0, 0]
    with hub.database.read() as session:
        assert not is_given(session, key, PERSONAL_OFFERS)


def test_an_older_word_by_any_of_her_names_brings_nothing_back(
    hub: Hub, shop: WebShop, pages: WebShop, dial: Dial
) -> None:
    shop.tell(make_message(1, anonymousId="a-1"))
    dial.turn(timedelta(hours=1))
    shop.tell(make_message(2, context=NO))

    assert shop.tell(make_message(3)) == ["unallowed"]
    assert pages.tell(make_message(4, userId=None, anonymousId="a-1")) == ["unallowed"]
    assert [_count(hub, kind) for kind in (Identifier, ProfileEvent, Profile)] == [0, 0, 0]
    dial.turn(timedelta(hours=1))
    assert shop.tell(make_message(5, timestamp=hub.now().isoformat())) == ["kept"]


def test_whom_nobody_knows_yet_is_heard_when_she_refuses(hub: Hub, shop: WebShop, dial: Dial) -> None:
    dial.turn(timedelta(hours=1))
    shop.tell(make_message(1, context=NO, timestamp=hub.now().isoformat()))

    assert shop.tell(make_message(2)) == ["unallowed"]
    assert _count(hub, EndedConsent) == 1


def test_an_end_is_remembered_for_as_long_as_anything_older_is_taken(hub: Hub, shop: WebShop, dial: Dial) -> None:
    shop.tell(make_message(1, context=NO))
    counts: list[int] = []
    for days in (400, 1):
        dial.turn(timedelta(days=days))
        shop.tell(make_message(days, userId="u-2", timestamp=hub.now().isoformat()))
        counts.append(_count(hub, EndedConsent))

    assert counts == [1, 0]


def test_messages_without_an_id_are_each_their_own(hub: Hub, shop: WebShop) -> None:
    shop.tell(*(make_message(1, messageId=None) for _ in range(3)))

    assert _count(hub, ProfileEvent) == 3


def test_what_was_heard_is_forgotten_after_a_month(hub: Hub, shop: WebShop, dial: Dial) -> None:
    shop.tell(make_message(1))
    dial.turn(timedelta(days=31))
    shop.tell(make_message(2, timestamp=hub.now().isoformat()))

    assert _count(hub, HeardMessage) == 1


@pytest.mark.sqlite  # its plan is asked for
def test_an_event_costs_as_much_however_many_members_there_are(hub: Hub, shop: WebShop) -> None:
    plans: list[str] = []
    with hub.database.read() as session:
        engine = session.get_bind()

    def note(_: object, cursor: Cursor, statement: str, parameters: tuple[object, ...], *_more: object) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            rows = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()  # the hub's own statement
            plans.extend(f"{row[3]}: {statement}" for row in rows if str(row[3]).startswith("SCAN"))

    event.listen(engine, "before_cursor_execute", note)
    shop.tell(make_message(1), make_message(2, anonymousId="a"), make_message(3, context=NO))
    event.remove(engine, "before_cursor_execute", note)

    small = ("form_keys", "stores", "segments", "(")
    assert [plan for plan in plans if not plan.removeprefix("SCAN ").startswith(small)] == []
