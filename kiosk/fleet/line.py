"""Says over MQTT how the screen is and what happens on it, on its own thread, so that nothing ever waits for it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import TypeAlias

from msgspec.json import encode

from kiosk.contract.instant import to_rfc3339
from kiosk.core.effects import AnnounceShown, AnnounceTap
from kiosk.core.fault import FaultSink
from kiosk.fleet.ear import Ear
from kiosk.fleet.excuses import Excuses
from kiosk.fleet.messages import AnswerMessage, ShownMessage, TapMessage, name_topic
from kiosk.fleet.namesake import SAME_ID, Namesake
from kiosk.fleet.pace import Pace
from kiosk.fleet.status import Status
from kiosk.mqtt.address import Address, name_client
from kiosk.mqtt.link import Handlers, Link, Will
from kiosk.mqtt.network_thread import NetworkThread
from kiosk.poller import Poller
from kiosk.worker import Worker

MOST_WAITING = 256
MOST_ANSWERS = 64
"""Fewer, for each may hold a picture; the oldest go."""
GOODBYE_S = 1.0
STUMBLED = "stumbled"
"""The fault: something went wrong here that nobody foresaw; what came after it is attended to."""
REST_S = 1.0
"""After that."""
FRESH_S = 10.0
"""What happened longer ago is not said: late news of a moment would only mislead."""


_Message: TypeAlias = ShownMessage | TapMessage | AnswerMessage
_Waiting: TypeAlias = tuple[float, str, _Message]


class Line:
    """The topics of one screen; `answer` and both `announce` verbs return at once, from any thread.

    `ear` takes what is said to the screen. Faults: `broker/same_id`, `broker/bad_notice`, `broker/stumbled`.
    `clock` is monotonic seconds.
    """

    def __init__(  # noqa: PLR0913 # who speaks to whom, as whom, of what
        self,
        address: Address,
        store: str,
        screen: str,
        status: Status,
        ear: Ear,
        *,
        faults: FaultSink,
        clock: Callable[[], float],
    ) -> None:
        self._status_topic = name_topic(store, screen, "status")
        self._shown_topic = name_topic(store, screen, "shown")
        self._tap_topic = name_topic(store, screen, "tap")
        self._answer_topic = name_topic(store, screen, "answer")
        self._status = status
        self._ear = ear
        self._faults = faults
        self._clock = clock
        self._namesake = Namesake(status.began_at)
        self._will_since = ""
        self._excuses = Excuses()
        self._pace = Pace()
        self._waiting: deque[_Waiting] = deque(maxlen=MOST_WAITING)
        self._answers: deque[_Waiting] = deque(maxlen=MOST_ANSWERS)
        handlers = Handlers(
            (self._status_topic,), self._make_will, self._on_up, self._on_message, ear.topics, self._on_kept
        )
        self._link = Link(address, name_client(store, screen, "fleet"), handlers, Random())  # noqa: S311 - chance spreads reconnects, it keeps no secret
        self._poller = Poller("fleet", self._look, REST_S, self._own_up)

    @property
    def workers(self) -> tuple[Worker, NetworkThread]:
        """Its threads."""
        return (self._poller.worker, self._link.worker)

    def start(self) -> None:
        """Begin to dial and to speak; returns at once, whether or not there is a broker."""
        self._status.watch(self._on_change)
        self._link.start()
        self._poller.start()

    def stop(self) -> None:
        """Say goodbye, where there is anybody to hear it, and hang up."""
        self._poller.stop()
        self._say_what_waits()
        if self._link.is_up():
            self._link.publish(self._status_topic, encode(self._status.compose_offline()), kept=True, wait_s=GOODBYE_S)
        self._link.stop()

    def announce_shown(self, order: AnnounceShown, shown_at: datetime, swapped_at: float) -> None:
        """Say what came on the glass: `swapped_at` in monotonic seconds, `shown_at` the same moment in aware time."""
        latency_ms = _reckon_latency(order.heard_at, swapped_at)
        message = ShownMessage(
            order.impression, order.offer, order.item, order.reason, order.trigger, to_rfc3339(shown_at), latency_ms
        )
        self._enqueue(self._waiting, self._shown_topic, message)

    def announce_tap(self, order: AnnounceTap, swapped_at: float) -> None:
        """Say what a tap came to: `swapped_at` in monotonic seconds."""
        latency_ms = _reckon_latency(order.felt_at, swapped_at)
        message = TapMessage(order.bookmark, order.offer, order.outcome, latency_ms)
        self._enqueue(self._waiting, self._tap_topic, message)

    def answer(self, answer: AnswerMessage) -> None:
        """Say what came of a command; why it was not carried out, the log says as well."""
        if answer.reason:
            self._excuses.note(answer.reason, answer.flaw, self._clock())
        self._enqueue(self._answers, self._answer_topic, answer)

    def _enqueue(self, queue: deque[_Waiting], topic: str, message: _Message) -> None:
        queue.append((self._clock(), topic, message))
        self._poller.wake()

    def _on_change(self) -> None:
        self._pace.note_change()
        self._poller.wake()

    def _on_up(self) -> None:
        self._namesake.note_will(self._will_since)
        self._ear.begin_anew()
        self._pace.begin_anew()
        self._poller.wake()

    def _on_message(self, topic: str, payload: bytes) -> None:
        if topic == self._status_topic:
            self._ear.note_echo()
        self._on_kept(topic, payload, retained=False)

    def _on_kept(self, topic: str, payload: bytes, *, retained: bool = True) -> None:
        if topic == self._status_topic:
            self._namesake.hear(payload, self._clock())
        else:
            self._ear.hear(topic, payload, retained=retained)
        self._poller.wake()

    def _make_will(self) -> Will:
        said = self._status.compose_offline()
        self._will_since = said.since
        return Will(self._status_topic, encode(said))

    def _look(self) -> float | None:
        for answer in self._ear.attend(self._clock()):
            self.answer(answer)
        self._say_what_waits()
        if self._link.is_up() and self._pace.take(self._clock()):
            self._link.publish(self._status_topic, encode(self._status.compose()), kept=True)
        # After it, so that a stumble before this look was said: this look shows that it is over.
        self._faults.set_fault("broker", SAME_ID if self._namesake.is_there(self._clock()) else self._ear.fault)
        return self._find_wait_s(self._clock())

    def _own_up(self) -> None:
        self._faults.set_fault("broker", STUMBLED)

    def _find_wait_s(self, now: float) -> float | None:
        """Seconds until there is something to do that nobody rings for; `None`: there is nothing."""
        waits = [self._ear.wait_s(now), self._pace.wait_s(now) if self._link.is_up() else None]
        return min((wait for wait in waits if wait is not None), default=None)

    def _say_what_waits(self) -> None:
        for queue in (self._waiting, self._answers):
            self._say_all(queue)

    def _say_all(self, queue: deque[_Waiting]) -> None:
        # The first picture is on the glass before the line is up for the first time.
        while queue and self._link.is_up():
            since, topic, message = queue.popleft()
            if self._clock() - since <= FRESH_S:
                self._link.publish(topic, encode(message), sure=isinstance(message, AnswerMessage))


def _reckon_latency(since: float, until: float) -> float:
    """Milliseconds between two monotonic times."""
    return round(max(0.0, until - since) * 1000, 2)
