from io import StringIO
from threading import Event, Timer

from kiosk.mqtt.address import Address
from kiosk.proximity.sniff.listen import Listening, make_pseudonyms
from kiosk.settings import Broker
from kiosk.shop.broker import RunningBroker


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pseudonym_tells_devices_apart_and_nothing_else() -> None:
    label = make_pseudonyms(b"key")

    assert label("AA:BB") == label("aa:bb")
    assert label("AA:BB") != label("aa:cc")
    assert label("AA:BB") != make_pseudonyms(b"other")("AA:BB")


def test_a_terminal_is_drawn_anew_and_the_settings_come_last() -> None:
    terminal, ended = _Terminal(), Event()
    listening = Listening(Address("127.0.0.1", 9), "sniff-nobody", (), str, terminal)

    listening.run(1.5, ended, Broker())

    drawn = terminal.getvalue()
    assert drawn.startswith("\x1b[H\x1b[Jbroker: ")
    assert drawn.index("Settings to copy:") > drawn.rindex("messages: nothing yet")


def test_it_ends_when_it_is_asked_to(broker: RunningBroker) -> None:
    show, ended = StringIO(), Event()
    Timer(0.2, ended.set).start()

    Listening(Address(broker.host, broker.port), "sniff-short", (), str, show).run(None, ended, Broker())

    assert "\x1b" not in show.getvalue()
    assert "No messages came" in show.getvalue()
