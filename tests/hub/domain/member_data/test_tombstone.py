from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.tombstone import bury, hash_all, hash_member, was_erased_since
from kiosk.hub.models.members.tombstone import find_erased_at
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.member_data.known_well import BROWSER, get_to_know
from tests.hub.running import NOW

SECOND = timedelta(seconds=1)


def test_a_card_is_known_as_erased_for_what_was_tapped_before_and_for_nothing_later(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        bury(session, [known.key], NOW)

        for kind, value in (("uid", known.card), ("browser", BROWSER)):
            assert was_erased_since(session, STORE, kind, value, NOW - SECOND)
            assert not was_erased_since(session, STORE, kind, value, NOW)
        assert not was_erased_since(session, "hamburg", "uid", known.card, NOW - SECOND)


def test_a_tombstone_names_nobody(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        bury(session, [known.key], NOW)
        hash_ = hash_member(session, known.key)

        assert find_erased_at(session, hash_) == NOW
        assert dict(hash_all(session, [known.key])) == {known.key: hash_}
        assert known.key not in hash_
