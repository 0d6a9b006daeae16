from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Carrier, Outcome, Sending
from kiosk.hub.delivery.courier import LEASE, Courier, keep_delivering
from kiosk.hub.domain.conversation.conversation import GRACE
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.errand import Channel
from kiosk.hub.models.conversation.message import MEMBER, Message, note_read
from tests.doubles.deadline import wait_until
from tests.hub.delivery.post_room import MadeUpCarrier, find_due_times, list_outcomes, permit
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug, list_thread, say

LATER = Outcome(is_sent=False)
NEVER = Outcome(is_sent=False, is_final=True)


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    """Of a member who allows to be rung and mailed."""
    bookmark = keep_mug(hub)
    permit(hub, bookmark, "push", "email")
    return bookmark


@pytest.fixture
def push() -> MadeUpCarrier:
    return MadeUpCarrier()


@pytest.fixture
def email() -> MadeUpCarrier:
    return MadeUpCarrier()


@pytest.fixture
def run(hub: Hub, dial: Dial, push: MadeUpCarrier, email: MadeUpCarrier) -> Callable[[timedelta], None]:
    """Let so much time pass, and the courier do what is due."""
    carriers: dict[Channel, Carrier] = {"push": push, "email": email}
    courier = Courier(hub, carriers)

    def run(after: timedelta) -> None:
        dial.turn(after)
        courier.run_all()

    return run


Run = Callable[[timedelta], None]


def test_a_message_rings_once_and_is_delivered_by_that(
    hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier, email: MadeUpCarrier
) -> None:
    say(hub, bookmark, "Ja")
    run(GRACE - timedelta(seconds=1))
    assert push.sent == []

    run(timedelta(seconds=1))
    run(timedelta(days=1))
    assert (push.sent, email.sent) == (["Ja"], [])
    assert list_outcomes(hub, bookmark) == {"push": "sent"}
    assert list_thread(hub, bookmark)[-1].delivered_at == NOW + GRACE


def test_who_read_it_on_her_open_page_is_not_rung(hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier) -> None:
    say(hub, bookmark, "Ja")
    with hub.database.write() as session:
        note_read([session.get_one(Message, list_thread(hub, bookmark)[-1].id)], MEMBER, hub.now())
    run(GRACE)

    assert push.sent == []
    assert list_outcomes(hub, bookmark) == {"push": "read"}


def test_where_no_phone_can_be_rung_it_is_mailed(
    hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier, email: MadeUpCarrier
) -> None:
    push.reaches = False
    say(hub, bookmark, "Ja")
    run(GRACE)

    assert email.sent == ["Ja"]
    assert list_outcomes(hub, bookmark) == {"email": "sent", "push": "no_address"}


def test_without_consent_no_channel_is_used(hub: Hub, run: Run, push: MadeUpCarrier, email: MadeUpCarrier) -> None:
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja")
    run(GRACE)

    assert push.sent + email.sent == []
    assert list_outcomes(hub, bookmark) == {"email": "no_consent", "push": "no_consent"}


def test_what_fails_is_tried_again_until_it_is_handed_on(
    hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier, email: MadeUpCarrier
) -> None:
    push.outcomes = [LATER, Outcome(is_sent=False, after=timedelta(minutes=10)), NEVER]
    say(hub, bookmark, "Ja")
    run(GRACE)
    assert find_due_times(hub, bookmark) == [hub.now() + timedelta(minutes=1)]

    run(timedelta(minutes=1))
    assert find_due_times(hub, bookmark) == [hub.now() + timedelta(minutes=10)]
    run(timedelta(minutes=10))
    assert (push.sent, email.sent) == ([], ["Ja"])
    assert list_outcomes(hub, bookmark) == {"email": "sent", "push": "refused"}


def test_in_quiet_hours_it_waits_for_the_morning(hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier) -> None:
    say(hub, bookmark, "Ja")
    run(timedelta(hours=12))
    assert push.sent == []

    run(timedelta(hours=10))
    assert push.sent == ["Ja"]


def test_all_channels_share_one_cap_and_an_answer_needs_none(
    hub: Hub, bookmark: Bookmark, run: Run, push: MadeUpCarrier, email: MadeUpCarrier
) -> None:
    push.outcomes = [NEVER]
    for text in ("1", "2", "3", "4"):
        say(hub, bookmark, text, "rule")
        run(GRACE)
    say(hub, bookmark, "Ja", "console")
    run(GRACE)
    assert (email.sent, push.sent) == (["1"], ["2", "3", "Ja"])

    run(timedelta(hours=22))
    assert push.sent == ["2", "3", "Ja", "4"]


def test_a_courier_that_died_amid_a_sending_is_followed_by_one_who_tries_again(
    hub: Hub, dial: Dial, bookmark: Bookmark, run: Run, push: MadeUpCarrier
) -> None:
    say(hub, bookmark, "Ja")
    died = Courier(hub, {"push": _Dying(), "email": push})
    dial.turn(GRACE)
    with pytest.raises(KeyboardInterrupt):
        died.run_all()
    run(LEASE - timedelta(seconds=1))
    assert push.sent == []

    run(timedelta(seconds=1))
    assert push.sent == ["Ja"]


def _die() -> Outcome:
    raise KeyboardInterrupt


class _Dying(MadeUpCarrier):
    @override
    def prepare(self, session: Session, page: Page, message: Message) -> Sending:
        return _die


def test_a_hub_that_serves_runs_what_is_due(hub: Hub, bookmark: Bookmark, dial: Dial) -> None:
    say(hub, bookmark, "Ja")
    dial.turn(GRACE)
    with keep_delivering(hub):
        wait_until(lambda: list_outcomes(hub, bookmark) == {"email": "no_address", "push": "no_address"})
