"""Listens to the screen's own topics as any system in the store could, and remembers what it heard."""

import threading
from collections.abc import Callable
from random import Random
from typing import cast

from msgspec import json

from kiosk.fleet.messages import name_topic
from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link

Message = dict[str, object]


class Witness:
    """What one screen said on `shown`, `tap` and `status`; `wait_for` may be called from any thread but the link's."""

    def __init__(self, address: Address, store: str, screen: str, chance: Random) -> None:
        self._topics = {name_topic(store, screen, noun): noun for noun in ("shown", "tap", "status")}
        self._heard: list[tuple[str, Message]] = []
        self._news = threading.Condition()
        handlers = Handlers(topics=tuple(self._topics), on_message=self._take)
        self._link = Link(address, f"witness-{chance.getrandbits(32):08x}", handlers, chance)

    def start(self) -> None:
        """Begin to listen."""
        self._link.start()

    def stop(self) -> None:
        """Listen no longer."""
        self._link.stop()

    def count(self) -> int:
        """How much was heard so far: the place to wait from."""
        with self._news:
            return len(self._heard)

    def wait_for(
        self, noun: str, fits: Callable[[Message], bool], since: int = 0, timeout_s: float = 20.0
    ) -> Message | None:
        """The first message on this topic, from place `since` on, that fits; `None`: none came in time."""

        def find() -> Message | None:
            return next((message for said, message in self._heard[since:] if said == noun and fits(message)), None)

        with self._news:
            return self._news.wait_for(find, timeout_s) or None

    def _take(self, topic: str, payload: bytes) -> None:
        with self._news:
            self._heard.append((self._topics[topic], cast("Message", json.decode(payload))))
            self._news.notify_all()
