from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.members.erasure_step import ErasureStep, end_step, list_due_steps
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

HOUR = timedelta(hours=1)


def test_those_that_are_due_come_the_longest_due_first_until_they_are_done(hub: Hub) -> None:
    with hub.database.write() as session:
        for reference, hours in (("late", 1), ("second", 0), ("first", -1)):
            step = ErasureStep(store_id=STORE, kind="crm", reference=reference, asked_at=NOW, due_at=NOW + hours * HOUR)
            session.add(step)
        session.flush()
        due = list_due_steps(session, NOW, 5)
        for _ in range(2):
            end_step(session, due[0].id)
            session.flush()

        assert [step.reference for step in due] == ["first", "second"]
        assert [step.reference for step in list_due_steps(session, NOW, 5)] == ["second"]
        assert [step.reference for step in list_due_steps(session, NOW + HOUR, 1)] == ["second"]
