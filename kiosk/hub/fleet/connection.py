"""Joins the hub to its broker for as long as it serves."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.hub.context import Hub
from kiosk.hub.fleet.notices import hang_notices
from kiosk.hub.fleet.prices import EVERY_S, Prices
from kiosk.hub.fleet.reports import take_said
from kiosk.hub.mqtt.line import Line
from kiosk.hub.mqtt.messages import read_said
from kiosk.mailbox import Mailbox
from kiosk.poller import Poller

MOST_WAITING = 500
"""What screens say beyond this, while the database is slow, is dropped: they say it again."""


@contextmanager
def join_broker(hub: Hub) -> Generator[Hub]:
    """The hub with its line to the screens; without a broker as it is."""
    broker = hub.settings.broker
    if broker is None:
        yield hub
        return
    inbox: Mailbox[Callable[[], None]] = Mailbox("fleet", lambda do: do())

    def hear(topic: str, payload: bytes) -> None:
        said = read_said(topic, payload)
        if said is not None and len(inbox) < MOST_WAITING:
            inbox.put(lambda: take_said(joined, said))

    def hear_kept(topic: str, payload: bytes) -> None:
        if not prices.note_kept(topic):
            hear(topic, payload)

    def begin_anew() -> None:
        inbox.put(lambda: hang_notices(joined))
        prices.begin_anew()

    line = Line(broker, f"vitrine-hub/{hub.mint()[:8]}", hear, begin_anew, hear_kept)
    joined = replace(hub, line=line)
    prices = Prices(joined, line)
    inbox.start()
    line.start()
    try:
        with Poller("prices", prices.tell, EVERY_S):
            yield joined
    finally:
        line.stop()
        inbox.stop()
