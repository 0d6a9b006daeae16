"""Tells a store's screens over MQTT what each has learnt: a screen that was down hears of it as soon as it is back."""

from collections.abc import Callable
from itertools import islice
from random import Random
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.learning.memory import MOST_SHARED, Memory, Offers
from kiosk.mqtt.address import Address, name_client
from kiosk.mqtt.link import Handlers, Link
from kiosk.mqtt.network_thread import NetworkThread

LARGEST = 64 * 1024
"""Bytes of one message."""

_Told: TypeAlias = Annotated[Offers, Meta(max_length=MOST_SHARED)]


class Exchange:
    """The topic `kiosk/v1/{store}/{screen}/learnt`, retained: a screen's own tallies in JSON, by offer and hour.

    `hear` takes what was said in a screen's name, be it this one's own, by whomever; it is called on the network
    thread. What holds anything but tallies is dropped whole, and the next one is as good.
    """

    def __init__(self, address: Address, store: str, screen: str, hear: Callable[[Memory], None]) -> None:
        self._topic = name_topic(store, screen)
        self._screen = screen
        self._hear = hear
        handlers = Handlers((name_topic(store, "+"),), on_message=self._take)
        self._link = Link(address, name_client(store, screen, "learning"), handlers, Random())  # noqa: S311 # chance spreads reconnects, it keeps no secret

    @property
    def workers(self) -> tuple[NetworkThread, ...]:
        """Its thread."""
        return (self._link.worker,)

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
            self._link.publish(self._topic, msgspec.json.encode(_choose_latest(offers)), kept=True)

    def _take(self, topic: str, payload: bytes) -> None:
        offers = read_offers(payload)
        if offers is not None:
            self._hear(Memory({topic.split("/")[-2]: offers}))


def name_topic(store: str, screen: str) -> str:
    """The topic of this screen; `+` stands for all."""
    return f"kiosk/v1/{store}/{screen}/learnt"


def read_offers(payload: bytes) -> Offers | None:
    """What a message tells; `None`: it is none of ours."""
    if len(payload) > LARGEST:
        return None
    try:
        return msgspec.json.decode(payload, type=_Told)
    except JSON_FLAWS:
        return None


def _choose_latest(offers: Offers) -> Offers:
    """Those shown last, as many as a message holds, in the order in which they are remembered."""
    latest: Offers = {}
    room = LARGEST
    for offer, cells in islice(reversed(offers.items()), MOST_SHARED):
        room -= len(msgspec.json.encode({offer: cells}))
        if room < 0:
            break
        latest[offer] = cells
    return dict(reversed(latest.items()))
