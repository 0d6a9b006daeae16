from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import select

from kiosk.contract.rule import Rules
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.profile.merge import undo_merge
from kiosk.hub.domain.profile.refresh import refresh_due, refresh_profile
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.profile.profile import Profile, make_all_due
from kiosk.hub.models.profile.segment import Segment
from kiosk.hub.models.profile.stay import Stay
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW, Dial
from tests.hub.shop_window import WebShop, add_source, make_message

DAY = timedelta(days=1)
ORDERED = {"event": "Order Completed"}


def set_rules(hub: Hub, **rules: str) -> None:
    """Have these segments in the sample shop."""
    with hub.database.write() as session:
        for name, text in rules.items():
            session.merge(
                Segment(store_id=STORE, id=name, rules=msgspec.json.decode(text, type=Rules), set_at=hub.now())
            )
        make_all_due(session, STORE, hub.now())


@pytest.fixture
def shop(hub: Hub) -> WebShop:
    """A web shop, and segments of who ordered twice within a month, or not for a week."""
    set_rules(
        hub,
        regulars='{"all": [{"trait": {"name": "orders_30_days", "at_least": 2}}]}',
        lapsed='{"all": [{"trait": {"name": "days_since_order", "at_least": 7}}]}',
    )
    return WebShop(hub, add_source(hub))


def _list_current(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        return sorted(session.scalars(select(Stay.segment_id).where(Stay.left_at.is_(None))))


def _read_revision(hub: Hub) -> int:
    with hub.database.read() as session:
        return get_store(session, STORE).revision


def test_who_does_enough_is_in_and_screens_hear_of_it_once(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1, **ORDERED))
    before = _read_revision(hub)
    shop.tell(make_message(2, **ORDERED))
    after = _read_revision(hub)
    shop.tell(make_message(3, **ORDERED))

    assert (_list_current(hub), after > before, _read_revision(hub)) == (["regulars"], True, after)


def test_days_that_pass_move_her_when_they_are_due(hub: Hub, shop: WebShop, dial: Dial) -> None:
    shop.tell(make_message(1, **ORDERED), make_message(2, **ORDERED))
    dial.turn(7 * DAY - timedelta(seconds=1))
    early = refresh_due(hub)
    dial.turn(timedelta(seconds=1))
    due = refresh_due(hub)

    assert (early, due, _list_current(hub)) == (0, 1, ["lapsed", "regulars"])
    dial.turn(23 * DAY)
    refresh_due(hub)
    assert _list_current(hub) == ["lapsed"]


def test_a_rule_that_changes_moves_those_whom_it_is_about(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1, **ORDERED))
    set_rules(hub, regulars='{"all": [{"trait": {"name": "orders_30_days", "at_least": 1}}]}')

    assert (refresh_due(hub), _list_current(hub)) == (1, ["regulars"])


def test_without_rules_nobody_is_ever_due(hub: Hub) -> None:
    WebShop(hub, add_source(hub)).tell(make_message(1))

    with hub.database.read() as session:
        assert session.scalars(select(Profile.due_at)).one() is None


def test_two_who_turn_out_to_be_one_are_reckoned_together_and_apart_once_that_is_undone(
    hub: Hub, shop: WebShop, dial: Dial
) -> None:
    shop.tell(make_message(1, **ORDERED, userId=None, anonymousId="a"))
    dial.turn(timedelta(hours=1))
    shop.tell(make_message(2, **ORDERED))
    apart = _list_current(hub)
    shop.tell(make_message(3, type="identify", anonymousId="a"))
    together = _list_current(hub)
    with hub.database.write() as session:
        merge = session.scalars(select(Merge)).one()
        undo_merge(hub, session, merge, "mara")
        for key in (merge.winner_key, merge.loser_key):
            refresh_profile(hub, session, key)

    assert (apart, together, _list_current(hub)) == ([], ["regulars"], [])


def test_who_takes_her_consent_back_is_in_no_segment_and_never_was(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1, **ORDERED), make_message(2, **ORDERED))
    with hub.database.write() as session:
        key = session.scalars(select(Stay.member_key)).one()
        withdraw(hub, session, session.get_one(Member, key), PERSONAL_OFFERS)
        refresh_profile(hub, session, key)

        assert session.scalars(select(Stay)).all() == []
        assert session.scalars(select(Profile)).all() == []


def test_what_was_reckoned_is_kept_with_the_time(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1))

    with hub.database.read() as session:
        profile = session.scalars(select(Profile)).one()
    assert (profile.reckoned_at, profile.traits["shelves"]) == (NOW, {"mugs": 1.0})
    assert profile.traits["amounts"]["views_30_days"] == 1
