"""Tells a store's screens over MQTT what each has learnt: a screen that was down hears of it as soon as it is back."""

from collections.abc import Callable
from random import Random

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.learning.memory import Memory, Offers
from kiosk.mqtt.address import Address, name_client
from kiosk.mqtt.link import Handlers, Link

MOST_SHARED = 200
"""So many offers are told of, those shown last: all screens of a store show much the same ones."""
MOST_SCREENS = 64
"""Of more screens nothing is heard: no stranger at the broker may fill the memory."""
LARGEST = 64 * 1024


class Exchange:
    """The topic `kiosk/v1/{store}/{screen}/learnt`, retained: a screen's own tallies in JSON, by offer and hour.

    `hear` takes what a screen said, this one's own included, so that a lost file is made good; it is called on the
    network thread. What cannot be read is dropped, and the next one is as good.
    """

    def __init__(self, address: Address, store: str, screen: str, hear: Callable[[Memory], None]) -> None:
        self._topic = name_topic(store, screen)
        self._screen = screen
        self._hear = hear
        self._heard: set[str] = set()
        handlers = Handlers((name_topic(store, "+"),), on_message=self._take)
        self._link = Link(address, name_client(store, screen, "learning"), handlers, Random())  # noqa: S311 # chance spreads reconnects, it keeps no secret

    def start(self) -> None:
        """Begin to dial; returns at once, whether or not there is a broker."""
        self._link.start()

    def stop(self) -> None:
        """Hang up; what was said stays with the broker."""
        self._link.stop()

    def share(self, memory: Memory) -> None:
        """Tell the others what this screen has learnt itself; without a broker the next time is early enough."""
        offers = memory.screens.get(self._screen)
        if offers and self._link.is_up():
            latest = dict(list(offers.items())[-MOST_SHARED:])
            self._link.publish(self._topic, msgspec.json.encode(latest), kept=True)

    def _take(self, topic: str, payload: bytes) -> None:
        screen = topic.split("/")[-2]
        if len(payload) > LARGEST or (screen not in self._heard and len(self._heard) >= MOST_SCREENS):
            return
        try:
            offers = msgspec.json.decode(payload, type=Offers)
        except JSON_FLAWS:
            return
        self._heard.add(screen)
        self._hear(Memory({screen: offers}))


def name_topic(store: str, screen: str) -> str:
    """The topic of this screen; `+` stands for all."""
    return f"kiosk/v1/{store}/{screen}/learnt"
