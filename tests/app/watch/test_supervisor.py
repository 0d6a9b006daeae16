import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from threading import Event as Flag
from threading import current_thread

import pytest

from kiosk.app.givens import gather_givens
from kiosk.app.services import Services
from kiosk.app.watch.supervisor import Supervisor
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import Event
from kiosk.fleet.messages import name_notice_topic
from kiosk.fleet.status import Status
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.deadline import repeat_until
from tests.doubles.doom import deadly
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.made_up_thread import MadeUpThread
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.settings import make_settings
from tests.doubles.still_clocks import StillClocks
from tests.doubles.taps import make_bookmark
from tests.doubles.theme_switches import make_theme_switch

LOOK_S = 0.02
HOLD_S = 0.15
APART_S = 0.4
"""A card that follows sooner is taken for the one before it, as on a real reader."""
STORE = "watched"
begun_anew = pytest.mark.allow_log("the thread .* is (dead|stuck), and seen to")


@dataclass
class House:
    """A screen's rooms; whoever of its threads is doomed ends at the next event that it posts."""

    server: LoyaltyServer
    gateway: Bystander
    reader: PretendReaderField
    faults: FaultBook = field(default_factory=FaultBook)
    posted: Notebook[str] = field(default_factory=Notebook[str])
    doomed: set[str] = field(default_factory=set[str])
    numbers: Iterator[int] = field(default_factory=count)
    services: Services | None = None

    def post(self, _event: Event) -> None:
        name = current_thread().name
        if name in self.doomed:
            self.doomed.discard(name)
            raise SystemExit
        self.posted.write(name)

    def keep(self) -> None:
        assert self.services
        self.services.save(SaveBookmark(make_bookmark(next(self.numbers))))

    def offer(self) -> None:
        self.server.offer(f"o-{next(self.numbers)}")

    def post_notice(self) -> None:
        self.gateway.say(name_notice_topic(STORE), f'{{"text": "{next(self.numbers)}"}}'.encode())

    def tap(self) -> None:
        self.reader.tap(make_sticker(bytes.fromhex(f"04{next(self.numbers):012x}")), HOLD_S)
        Flag().wait(APART_S)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, broker: RunningBroker) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("watched")
    (folder / "key").write_text("07" * 32)
    reader = PretendReaderField(0)
    reader.start()
    status = Status("0", "daylight", lambda: None, StillClocks().as_clocks())
    with LoyaltyServer() as server, stand_by(Address(broker.host, broker.port)) as gateway:
        words = (f"loyalty.url={server.url}", f"nfc.device=udp:localhost:{reader.port}", "loyalty.poll_s=1")
        more = (f"store.id={STORE}", f"store.key_file={folder / 'key'}", f"broker.url={broker.url}")
        givens = gather_givens(make_settings(folder, *words, *more), status)
        house = House(server, gateway, reader)
        house.services = Services(givens, house.post, lambda: None, make_theme_switch(folder, status))
        supervisor = Supervisor(house.services.workers, house.faults, time.monotonic, seed_chance().random, LOOK_S)
        house.services.start()
        supervisor.start()
        yield house
        supervisor.stop()
        house.services.stop()
    reader.stop()


@deadly
@begun_anew
@pytest.mark.parametrize(
    ("thread", "provoke"),
    [
        ("keeper", House.keep),
        ("courier", House.keep),
        ("sync", House.offer),
        ("fleet", House.post_notice),
        ("nfc", House.tap),
    ],
)
def test_a_thread_that_dies_is_named_and_begun_anew_and_works_again(
    house: House, thread: str, provoke: Callable[[House], None]
) -> None:
    house.doomed.add(thread)
    repeat_until(lambda: provoke(house), lambda: ("threads", f"{thread}_dead") in house.faults.read())
    times = house.posted.read().count(thread)
    repeat_until(lambda: provoke(house), lambda: house.posted.read().count(thread) > times)
    house.faults.wait_until(lambda told: told[-1] == ("threads", None))


@begun_anew
def test_the_first_that_ails_is_named_until_it_is_well_and_all_are_told_who_ask() -> None:
    clocks, faults = StillClocks(), FaultBook()
    nfc, line = MadeUpThread("nfc", is_busy=True), MadeUpThread("fleet-line", cures=False)
    supervisor = Supervisor((nfc, line), faults, lambda: clocks.now, lambda: 1.0)
    supervisor.look()
    line.is_dead = True
    clocks.now = 61
    supervisor.look()
    assert supervisor.ailing == {"nfc": "stuck", "fleet-line": "dead"}
    clocks.now = 66
    supervisor.look()
    line.is_dead = False
    supervisor.look()
    codes = [None, "nfc_stuck", "fleet_line_dead", None]
    assert [("threads", code) for code in codes] == faults.read()
    assert supervisor.ailing == {}
    assert supervisor.count_revivals() == {"nfc": 1, "fleet-line": 2}
