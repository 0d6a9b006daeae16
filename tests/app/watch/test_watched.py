from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.watch.watched import Watched
from kiosk.mqtt.bounded_client import BoundedClient
from kiosk.mqtt.network_thread import NetworkThread
from kiosk.worker import Worker


def test_every_kind_of_thread_can_be_watched_and_is_well_before_it_begins() -> None:
    threads: tuple[Watched, ...] = (
        Worker("nfc", lambda: None),
        NetworkThread("fleet-line", BoundedClient("tests/watched")),
        GlassPulse(lambda: 0.0),
    )
    assert [(thread.name, thread.is_dead, thread.is_busy) for thread in threads] == [
        ("nfc", False, False),
        ("fleet-line", False, False),
        ("glass", False, False),
    ]
