"""The broker as `kiosk hub mqtt` sets it up: a real one, with real screens that try what is not theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.hub.mqtt.access import Guest, write_access, write_inner_access
from kiosk.hub.mqtt.authority import Authority
from kiosk.hub.mqtt.mosquitto import Inner, write_config
from kiosk.mqtt.address import Address, resolve_broker
from kiosk.mqtt.link import Handlers, Link
from kiosk.settings import Broker
from kiosk.shop.broker import HOST, RunningBroker, find_free_port, start_mosquitto
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import Notebook
from tests.doubles.secure_broker import PASSWORDS, needs_mosquitto
from tests.hub.mqtt.test_authority import NOW

pytestmark = needs_mosquitto

SCREENS = [Guest("berlin", "window-1", "a"), Guest("berlin", "window-2", "new")]
STOLEN = Guest("berlin", "window-2", "old")
USERS = {
    "hub": "hub",
    "gateways": "gateways",
    "sniff": "sniff",
    "berlin/stolen": STOLEN.name,
    **{screen.place: screen.name for screen in SCREENS},
}
"""What each is certified by."""
INNER_USERS = {"nobody": None, "impostor": "hub"}
"""What gateways without a certificate call themselves."""
OWN = "kiosk/v1/berlin/window-1"


@dataclass(frozen=True)
class Certified:
    """A broker, and the files of those whom it knows."""

    folder: Path
    running: RunningBroker
    inner: int
    guarded: int

    def name(self, user: str) -> Address:
        """The broker as this user dials it."""
        if user in INNER_USERS:
            return Address(HOST, self.inner, user=INNER_USERS[user])
        if user == "guarded":
            return Address(HOST, self.guarded, user="screen", password="word")  # noqa: S106 # of this test alone
        files = self.folder / f"{user}.pem", self.folder / f"{user}.key"
        return resolve_broker(Broker(f"mqtts://{HOST}:{self.running.port}", self.folder / "ca.pem", *files))


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certified]:
    folder = tmp_path_factory.mktemp("broker")
    authority = Authority(folder, NOW)
    authority.certify("broker", "broker", [HOST])
    for place, name in USERS.items():
        authority.certify(name, place)
    # `+/+/x` would reach a store's notices, were they not denied.
    presence = ["espresense/#", "+/+/+/notice"]
    (folder / "acl").write_text(write_access(SCREENS, presence, ["tele/+/SENSOR"]))
    (folder / "acl").chmod(0o600)
    (folder / "acl-gateways").write_text(write_inner_access(presence))
    (folder / "acl-gateways").chmod(0o600)
    port, inner, guarded = find_free_port(), find_free_port(), find_free_port()
    config = write_config(folder, Inner([HOST])).replace("listener 8883", f"listener {port} {HOST}")
    config = config.replace("listener 1883", f"listener {inner}")
    config += _guard(folder, guarded)
    running = start_mosquitto(folder, port, config)
    yield Certified(folder, running, inner, guarded)
    running.stop()


def _guard(folder: Path, port: int) -> str:
    """The inner listener as it is with a password file, on this port."""
    passwords = folder / "passwords"
    passwords.write_text(PASSWORDS)
    passwords.chmod(0o600)
    config = write_config(folder, Inner([HOST], passwords))
    return config[config.index("listener 1883") :].replace("listener 1883", f"listener {port}")


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


@pytest.mark.parametrize("gateway", ["nobody", "impostor", "guarded"])
def test_a_gateway_without_a_certificate_says_who_is_near_and_nothing_else(
    join: Callable[[str], Party], gateway: str
) -> None:
    screen, inner = join("berlin/window-1"), join(gateway)
    for topic in (f"{OWN}/command", "kiosk/v1/berlin/notice", "tele/door/SENSOR", "espresense/devices/a/home"):
        inner.say(topic)

    screen.heard.wait_for("espresense/devices/a/home")
    assert screen.heard.read() == ["espresense/devices/a/home"]
    assert inner.heard.read() == []


def test_a_gateway_with_a_certificate_gives_no_orders_however_wide_its_topics_are(join: Callable[[str], Party]) -> None:
    screen, gateways = join("berlin/window-1"), join("gateways")
    gateways.say("kiosk/v1/berlin/notice")
    gateways.say("espresense/devices/a/home")

    screen.heard.wait_for("espresense/devices/a/home")
    assert screen.heard.read() == ["espresense/devices/a/home"]


@pytest.mark.parametrize(
    "key",
    ["espresense/settings/irk:00/config", "espresense/rooms/hall/known_irks", "espresense/rooms/hall/known_irks/set"],
)
def test_nobody_who_listens_is_told_the_keys_of_phones_however_wide_the_topics_are(
    join: Callable[[str], Party], key: str
) -> None:
    screen, sniff, gateways = (join(user) for user in ("berlin/window-1", "sniff", "gateways"))
    gateways.say(key)
    gateways.say("espresense/devices/a/home")

    for listener in (screen, sniff):
        listener.heard.wait_for("espresense/devices/a/home")
        assert listener.heard.read() == ["espresense/devices/a/home"]


def test_where_there_are_passwords_nobody_comes_in_without_one(broker: Certified) -> None:
    heard = Notebook[str]()
    handlers = Handlers(on_up=lambda: heard.write("up"), on_down=lambda _is_refused: heard.write("down"))
    link = Link(Address(HOST, broker.guarded), "stranger", handlers, seed_chance())
    link.start()
    heard.wait_for("down")
    link.stop()

    assert "up" not in heard.read()


def test_who_looks_around_hears_gateways_of_every_make_and_says_nothing(join: Callable[[str], Party]) -> None:
    sniff, hub, gateways, screen = (join(user) for user in ("sniff", "hub", "gateways", "berlin/window-1"))
    hub.say("kiosk/v1/berlin/notice")
    sniff.say("espresense/devices/b/home")
    gateways.say("espresense/devices/a/home")

    sniff.heard.wait_for("espresense/devices/a/home")
    screen.heard.wait_for("espresense/devices/a/home")
    assert sniff.heard.read() == ["espresense/devices/a/home"]
    assert "espresense/devices/b/home" not in screen.heard.read()
