"""Another client of the same broker, who listens and speaks."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import PATIENCE_S, Notebook


@dataclass(frozen=True)
class Bystander:
    """What was heard, as (topic, payload), and a mouth."""

    heard: Notebook[tuple[str, bytes]]
    link: Link

    def say(self, topic: str, payload: bytes, *, kept: bool = False) -> None:
        assert self.link.publish(topic, payload, kept=kept, wait_s=PATIENCE_S)

    def wait_for_topic(self, topic: str, times: int = 1) -> list[bytes]:
        """The payloads on this topic once there are so many."""
        entries = self.heard.wait_until(lambda heard: [one for one, _ in heard].count(topic) >= times)
        return [payload for one, payload in entries if one == topic]


@contextmanager
def stand_by(address: Address, *topics: str) -> Generator[Bystander]:
    """A client that is connected and has its subscriptions."""
    name = f"bystander-{uuid4().hex}"
    heard, up = Notebook[tuple[str, bytes]](), Notebook[str]()

    def take(topic: str, payload: bytes) -> None:
        heard.write((topic, payload))

    link = Link(address, name, Handlers((name, *topics), None, lambda: up.write("up"), take), seed_chance())
    link.start()
    try:
        up.wait_for("up")
        # The broker takes what a client says in order: once this comes back, the subscriptions hold.
        link.publish(name, b"")
        heard.wait_for((name, b""))
        yield Bystander(heard, link)
    finally:
        link.stop()
