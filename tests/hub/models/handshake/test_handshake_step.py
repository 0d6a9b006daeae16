from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.handshake_step import (
    add_step,
    find_last_step,
    find_last_step_of,
    list_steps,
    list_steps_since,
    note_look,
)
from tests.hub.domain.handshake.meetings import ask, welcome
from tests.hub.running import NOW

SECOND = timedelta(seconds=1)


def test_a_page_that_stands_open_is_one_look_until_somebody_looks_away(hub: Hub) -> None:
    with hub.database.write() as session:
        handshake = ask(hub, session, welcome(hub, session))
        began = [note_look(session, handshake.id, "kept", NOW + seconds * SECOND) for seconds in (0, 3, 30, 200)]
        note_look(session, handshake.id, "wishes", NOW + 201 * SECOND)
        looks = [step for step in list_steps(session, [handshake.id]) if step.kind == "looked"]

        assert began == [True, False, False, True]
        assert [(look.about, look.happened_at, look.until) for look in looks] == [
            ("kept", NOW, NOW + 30 * SECOND),
            ("kept", NOW + 200 * SECOND, None),
            ("wishes", NOW + 201 * SECOND, None),
        ]


def test_steps_are_numbered_through_and_told_to_whom_they_concern(hub: Hub) -> None:
    with hub.database.write() as session:
        before = find_last_step(session)
        customer = welcome(hub, session)
        handshake = ask(hub, session, customer)
        add_step(session, handshake.id, "ended", NOW)
        last, key = find_last_step(session), customer.member.key

        assert (before, find_last_step_of(session, [key]), find_last_step_of(session, ["s_other"])) == (0, last, 0)
        assert list_steps_since(session, last - 1) == [(last, key)]
        assert list_steps_since(session, last) == []
