from typing import TYPE_CHECKING

from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from kiosk.shop.witness import Witness
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import Notebook

if TYPE_CHECKING:
    from kiosk.shop.broker import RunningBroker


def test_it_hears_the_screens_topics_and_waits_for_what_fits(broker: "RunningBroker") -> None:
    address = Address(broker.host, broker.port)
    witness = Witness(address, "berlin", "witnessed", seed_chance(1))
    up: Notebook[str] = Notebook()
    link = Link(address, "witnessed-screen", Handlers(on_up=lambda: up.write("up")), seed_chance(2))
    link.start()
    up.wait_for("up")
    link.publish("kiosk/v1/berlin/witnessed/status", b'{"state": "online"}', kept=True, wait_s=5)
    witness.start()
    assert witness.wait_for("status", lambda said: said["state"] == "online")
    since = witness.count()
    link.publish("kiosk/v1/berlin/witnessed/tap", b'{"bookmark": null}')
    assert witness.wait_for("tap", lambda _said: True, since) == {"bookmark": None}
    assert witness.wait_for("shown", lambda _said: True, timeout_s=0.01) is None
    witness.stop()
    link.publish("kiosk/v1/berlin/witnessed/status", b"", kept=True, wait_s=5)
    link.stop()
