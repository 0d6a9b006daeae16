from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.backoff import Backoff
from kiosk.hub.context import Hub
from kiosk.hub.domain.outside.webhook_courier import LONGEST, bring_events, keep_webhooks_told
from kiosk.hub.models.outside.webhook import Webhook
from kiosk.hub.models.outside.webhook_event import count_waiting, drop_events
from tests.doubles.deadline import wait_until
from tests.doubles.receiver import Receiver, run_receiver
from tests.hub.running import NOW, Dial
from tests.hub.told_webhooks import add_events, add_webhook

_BACKOFF = Backoff(lambda: 1.0, base_s=5.0)
"""Five seconds, then ten, then twenty."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with run_receiver() as receiver:
        yield receiver


@pytest.fixture
def waiting(hub: Hub, receiver: Receiver) -> Hub:
    """A hub whose webhook waits for three events."""
    add_webhook(hub, "w", url=receiver.url)
    add_events(hub, "w", "e1", "e2", "e3")
    return hub


def _find(hub: Hub) -> Webhook:
    with hub.database.read() as session:
        return session.get_one(Webhook, "w")


def _count(hub: Hub) -> dict[str, int]:
    with hub.database.read() as session:
        return count_waiting(session)


def test_events_are_brought_once_and_in_their_order(waiting: Hub, receiver: Receiver) -> None:
    bring_events(waiting)
    bring_events(waiting)

    assert (receiver.ids, _count(waiting)) == (["e1", "e2", "e3"], {})


def test_one_that_takes_nothing_is_tried_later_and_later_with_the_same(
    waiting: Hub, receiver: Receiver, dial: Dial
) -> None:
    receiver.status = 500
    for seconds in (0, 4, 1, 9, 1):
        dial.turn(timedelta(seconds=seconds))
        bring_events(waiting, _BACKOFF)
    assert receiver.ids == ["e1", "e1", "e1"]
    assert len({body for _, body in receiver.told}) == 1
    receiver.status = 200
    dial.turn(timedelta(seconds=20))
    bring_events(waiting, _BACKOFF)

    assert receiver.ids[3:] == ["e1", "e2", "e3"]
    assert (_find(waiting).tries, _count(waiting)) == (0, {})


def test_one_that_asks_to_be_left_alone_is(waiting: Hub, receiver: Receiver) -> None:
    receiver.status, receiver.headers = 429, {"Retry-After": "600"}
    bring_events(waiting, _BACKOFF)

    assert _find(waiting).due_at == NOW + timedelta(seconds=600)


def test_one_that_fails_keeps_no_other_waiting(waiting: Hub, receiver: Receiver) -> None:
    with run_receiver() as other:
        receiver.status = 500
        add_webhook(waiting, "other", url=other.url)
        add_events(waiting, "other", "o1")
        bring_events(waiting, _BACKOFF)

        assert (receiver.ids, other.ids, _count(waiting)) == (["e1"], ["o1"], {"w": 3})


def test_whatever_goes_wrong_with_one_the_others_are_told(waiting: Hub) -> None:
    def stumble(host: str, _port: int) -> list[str]:
        if host == "127.0.0.1":
            raise ZeroDivisionError
        return ["127.0.0.1"]

    with run_receiver() as other:
        add_webhook(waiting, "z", url=other.url.replace("127.0.0.1", "crm.example"))
        add_events(waiting, "z", "z1")
        bring_events(waiting, _BACKOFF, stumble)

        assert (other.ids, _count(waiting), _find(waiting).tries) == (["z1"], {"w": 3}, 1)


@pytest.mark.allow_log("webhook w is gone by its own word")
def test_one_that_is_gone_is_disabled_and_told_nothing_more(waiting: Hub, receiver: Receiver) -> None:
    receiver.status = 410
    bring_events(waiting)
    bring_events(waiting)

    assert (receiver.ids, _count(waiting)) == (["e1"], {})
    assert _find(waiting).disabled_at == NOW


def test_what_nobody_took_for_three_days_is_dropped(waiting: Hub, receiver: Receiver, dial: Dial) -> None:
    receiver.status = 500
    dial.turn(LONGEST)
    add_events(waiting, "w", "new")
    bring_events(waiting, _BACKOFF)

    assert (receiver.ids, _count(waiting)) == (["e1"], {"w": 1})


def test_one_that_was_removed_amid_its_sending_is_no_trouble(waiting: Hub, receiver: Receiver) -> None:
    def remove(_host: str, _port: int) -> list[str]:
        with waiting.database.write() as session:
            webhook = session.get(Webhook, "w")
            if webhook:
                drop_events(session, "w")
                session.delete(webhook)
        return ["127.0.0.1"]

    bring_events(waiting, _BACKOFF, remove)

    assert _count(waiting) == {}
    assert receiver.ids[0] == "e1"


def test_events_are_brought_for_as_long_as_the_hub_serves(waiting: Hub, receiver: Receiver) -> None:
    with keep_webhooks_told(waiting):
        wait_until(lambda: len(receiver.told) == 3)
