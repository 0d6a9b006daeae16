from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.people.record_look import list_record_looks, move_record_looks, note_record_look
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import welcome
from tests.hub.joined import join_at
from tests.hub.running import NOW

SAM = Person(id="w_sam", store_id=STORE, name="sam", role="staff", password_hash="")
MARA = Person(id="w_mara", store_id=STORE, name="mara", role="manager", password_hash="")
SECOND = timedelta(seconds=1)


def test_who_looks_on_looks_once_and_each_person_and_record_counts_for_itself(hub: Hub) -> None:
    with hub.database.write() as session:
        key = welcome(hub, session).member.key
        for seconds in (0, 20, 45, 200):
            note_record_look(session, SAM, key, "profile", NOW + seconds * SECOND)
        note_record_look(session, MARA, key, "profile", NOW + 201 * SECOND)
        note_record_look(session, SAM, key, "conversation", NOW + 202 * SECOND)
        looks = list_record_looks(session, [key], 9)

        assert [(one.clerk, one.role, one.record, one.happened_at, one.until) for one in looks] == [
            ("sam", "staff", "conversation", NOW + 202 * SECOND, None),
            ("mara", "manager", "profile", NOW + 201 * SECOND, None),
            ("sam", "staff", "profile", NOW + 200 * SECOND, None),
            ("sam", "staff", "profile", NOW, NOW + 45 * SECOND),
        ]
        assert list_record_looks(session, [key], 1) == looks[:1]


def test_what_was_looked_at_before_she_had_an_account_is_on_its_record(hub: Hub) -> None:
    account = join_at(hub).member_key
    with hub.database.write() as session:
        key = welcome(hub, session).member.key
        note_record_look(session, SAM, key, "profile", NOW)
        move_record_looks(session, key, account)

        assert list_record_looks(session, [key], 9) == []
        assert [look.clerk for look in list_record_looks(session, [account], 9)] == ["sam"]
