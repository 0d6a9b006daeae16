"""The broker as `kiosk hub mqtt` sets it up: a real one, with real screens that try what is not theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.hub.mqtt.access import Guest, write_access
from kiosk.hub.mqtt.authority import Authority
from kiosk.hub.mqtt.mosquitto import write_config
from kiosk.mqtt.address import Address, resolve_broker
from kiosk.mqtt.link import Handlers, Link
from kiosk.settings import Broker
from kiosk.shop.broker import HOST, RunningBroker, find_free_port, start_mosquitto
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import Notebook
from tests.doubles.secure_broker import needs_mosquitto
from tests.hub.mqtt.test_authority import NOW

pytestmark = needs_mosquitto

SCREENS = [Guest("berlin", "window-1", "a"), Guest("berlin", "window-2", "new")]
STOLEN = Guest("berlin", "window-2", "old")
USERS = {
    "hub": "hub",
    "gateways": "gateways",
    "berlin/stolen": STOLEN.name,
    **{screen.place: screen.name for screen in SCREENS},
}
"""What each is certified by."""
OWN = "kiosk/v1/berlin/window-1"


@dataclass(frozen=True)
class Certified:
    """A broker, and the files of those whom it knows."""

    folder: Path
    running: RunningBroker

    def name(self, user: str) -> Address:
        """The broker as this user dials it."""
        files = self.folder / f"{user}.pem", self.folder / f"{user}.key"
        return resolve_broker(Broker(f"mqtts://{HOST}:{self.running.port}", self.folder / "ca.pem", *files))


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certified]:
    folder = tmp_path_factory.mktemp("broker")
    authority = Authority(folder, NOW)
    authority.certify("broker", "broker", [HOST])
    for place, name in USERS.items():
        authority.certify(name, place)
    (folder / "acl").write_text(write_access(SCREENS, ["espresense/devices/#"]))
    (folder / "acl").chmod(0o600)
    port = find_free_port()
    config = write_config(folder).replace("listener 8883", f"listener {port} {HOST}")
    running = start_mosquitto(folder, port, config)
    yield Certified(folder, running)
    running.stop()


@dataclass(frozen=True)
class Party:
    """Somebody at the broker, who listens to everything and writes down what she is told."""

    link: Link
    heard: Notebook[str]

    def say(self, topic: str) -> None:
        assert self.link.publish(topic, b"{}", sure=True, wait_s=5)


@pytest.fixture
def join(broker: Certified) -> Iterator[Callable[[str], Party]]:
    parties: list[Party] = []

    def join(user: str) -> Party:
        heard, up = Notebook[str](), Notebook[str]()
        handlers = Handlers(
            sure=("#",), on_message=lambda topic, _payload: heard.write(topic), on_ready=lambda: up.write("ready")
        )
        party = Party(Link(broker.name(user), f"{user}-{len(parties)}", handlers, seed_chance()), heard)
        party.link.start()
        up.wait_for("ready")
        parties.append(party)
        return party

    yield join
    for party in parties:
        party.link.stop()


def test_a_screen_is_heard_by_the_hub_on_its_own_topics_alone(join: Callable[[str], Party]) -> None:
    hub, screen = join("hub"), join("berlin/window-1")
    for topic in ("kiosk/v1/berlin/window-2/status", "kiosk/v1/berlin/window-2/command", "kiosk/v1/berlin/notice"):
        screen.say(topic)
    screen.say(f"{OWN}/answer")

    hub.heard.wait_for(f"{OWN}/answer")
    assert hub.heard.read() == [f"{OWN}/answer"]


def test_a_screen_hears_its_orders_its_stores_notice_and_the_gateways_and_nothing_of_another(
    join: Callable[[str], Party],
) -> None:
    hub, gateways, screen, other = (join(user) for user in ("hub", "gateways", "berlin/window-1", "berlin/window-2"))
    other.say("kiosk/v1/berlin/window-2/status")
    hub.say("kiosk/v1/berlin/window-2/command")
    hub.say("kiosk/v1/berlin/notice")
    gateways.say("espresense/devices/a/home")
    hub.say(f"{OWN}/command")

    screen.heard.wait_for(f"{OWN}/command")
    screen.heard.wait_for("espresense/devices/a/home")
    assert sorted(screen.heard.read()) == [
        "espresense/devices/a/home",
        "kiosk/v1/berlin/notice",
        f"{OWN}/command",
    ]


def test_gateways_give_no_orders(join: Callable[[str], Party]) -> None:
    screen, gateways, hub = join("berlin/window-1"), join("gateways"), join("hub")
    gateways.say(f"{OWN}/command")
    gateways.say("kiosk/v1/berlin/notice")
    hub.say("kiosk/v1/berlin/notice")

    screen.heard.wait_for("kiosk/v1/berlin/notice")
    assert screen.heard.read() == ["kiosk/v1/berlin/notice"]


def test_what_a_screen_was_certified_by_before_it_was_revoked_says_and_hears_nothing(
    join: Callable[[str], Party],
) -> None:
    stolen, screen, hub = join("berlin/stolen"), join("berlin/window-1"), join("hub")
    stolen.say("kiosk/v1/berlin/window-2/status")
    hub.say("kiosk/v1/berlin/notice")
    screen.say(f"{OWN}/answer")

    hub.heard.wait_for(f"{OWN}/answer")
    screen.heard.wait_for("kiosk/v1/berlin/notice")
    assert hub.heard.read() == [f"{OWN}/answer"]
    assert stolen.heard.read() == []


def test_who_has_no_certificate_is_not_let_in(broker: Certified) -> None:
    stranger = resolve_broker(Broker(f"mqtts://{HOST}:{broker.running.port}", broker.folder / "ca.pem"))
    heard = Notebook[str]()
    handlers = Handlers(on_up=lambda: heard.write("up"), on_down=lambda _is_refused: heard.write("down"))
    link = Link(stranger, "stranger", handlers, seed_chance())
    link.start()
    heard.wait_for("down")
    link.stop()

    assert "up" not in heard.read()
