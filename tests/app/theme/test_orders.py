from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.app.theme.orders import ThemeOrders
from kiosk.app.theme.packages import FOLDER
from kiosk.fleet.command import ChooseTheme, ThemePackage
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.api import LoyaltyApi
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.package import Theme
from kiosk.theming.packing import pack_bundle
from tests.doubles.deadline import wait_until
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.theme_switches import make_theme_switch
from tests.doubles.themes import ACCENT, write_theme

BROKEN = "theme must keep the rules of themes: this screen's log says which one it breaks"
UNKNOWN = "theme must be the name of one that this screen has, or that comes in packages"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@dataclass
class House:
    folder: Path
    server: LoyaltyServer
    answers: list[AnswerMessage] = field(default_factory=list[AnswerMessage])
    worn: list[Theme] = field(default_factory=list[Theme])

    def __post_init__(self) -> None:
        self.status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
        self.switch = make_theme_switch(self.folder, self.status)
        self.amid: list[ChooseTheme] = []
        self.orders = self.make_orders()

    def make_orders(self, mend_s: float = 60.0) -> ThemeOrders:
        return ThemeOrders(self.switch, self._download, self.answers.append, self.status, mend_s)

    def rot(self) -> None:
        """Every package that was kept is as large as it was, and nothing but zeroes."""
        for file in (self.folder / "state" / FOLDER).iterdir():
            file.write_bytes(bytes(file.stat().st_size))

    def restart(self, mend_s: float = 60.0) -> None:
        """As the next start has it."""
        self.worn.clear()
        self.answers.clear()
        self.switch = make_theme_switch(self.folder, self.status)
        self.orders = self.make_orders(mend_s)
        self.orders.start()

    def publish(self, name: str, content: bytes) -> ChooseTheme:
        """The order to wear a theme of these bytes, which the server has."""
        digest = sha256(content).hexdigest()
        self.server.themes[digest] = content
        return ChooseTheme("c-1", theme=name, packages={name: ThemePackage(digest, len(content))})

    def carry_out(self, *orders: ChooseTheme) -> None:
        for order in orders:
            self.orders.put(order)
        self.orders.start()
        self.finish()

    def finish(self) -> None:
        self.orders.stop()
        self.switch.bring(self.worn.append)

    def _download(self, url: str, size: int) -> Iterator[bytes]:
        """Amid each download come the next of the orders `amid`."""
        if self.amid:
            self.orders.put(self.amid.pop(0))
        yield from LoyaltyApi(self.server.url).download(url, size)

    def list_faults(self) -> list[tuple[str, str]]:
        return [(fault.part, fault.code) for fault in self.status.compose().faults]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with LoyaltyServer() as server:
        yield House(tmp_path, server)


def pack(folder: Path, more: str) -> bytes:
    return pack_bundle(open_bundle(write_theme(folder, more), []))


def test_a_theme_that_lies_on_no_shelf_is_fetched_and_put_on(house: House, tmp_path: Path) -> None:
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))

    assert [theme.name for theme in house.worn] == ["dusk"]
    assert house.answers == [AnswerMessage("c-1")]
    assert (house.status.compose().theme, house.list_faults()) == ("dusk", [])


@pytest.mark.allow_log("a theme was refused")
def test_a_theme_that_breaks_a_rule_is_refused_by_name_and_the_old_one_stays(house: House, tmp_path: Path) -> None:
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", "[type]\nprice = 12")))

    assert (house.worn, house.answers) == ([], [AnswerMessage("c-1", Reason.REFUSED, flaw=BROKEN)])
    assert house.list_faults() == [("theme", "refused")]


@pytest.mark.allow_log("a theme was refused")
def test_a_theme_of_another_name_than_was_published_is_refused(house: House, tmp_path: Path) -> None:
    house.carry_out(house.publish("night", pack(tmp_path / "dusk", ACCENT)))

    assert (house.worn, house.list_faults()) == ([], [("theme", "refused")])


@pytest.mark.allow_log("a theme's package was refused: wrong_bytes")
def test_other_bytes_than_were_published_are_refused(house: House) -> None:
    order = house.publish("dusk", b"PK")
    house.server.themes[order.packages["dusk"].sha256] = b"KP"
    house.carry_out(order)

    assert (house.worn, house.answers) == ([], [AnswerMessage("c-1", Reason.REFUSED, flaw=BROKEN)])
    assert house.list_faults() == [("theme", "refused")]


def test_what_cannot_be_had_now_is_named_and_left_to_who_asks_again(house: House, tmp_path: Path) -> None:
    order = house.publish("dusk", pack(tmp_path / "dusk", ACCENT))
    house.server.fail_next(Fault(503))
    house.carry_out(order)

    assert (house.worn, house.answers, house.list_faults()) == ([], [], [("theme", "not_fetched")])


def test_once_it_can_be_had_all_is_well(house: House, tmp_path: Path) -> None:
    order = house.publish("dusk", pack(tmp_path / "dusk", ACCENT))
    house.server.fail_next(Fault(503))
    house.orders.put(order)
    house.orders.start()
    wait_until(lambda: house.list_faults() == [("theme", "not_fetched")])
    house.orders.put(order)
    house.finish()

    assert ([theme.name for theme in house.worn], house.list_faults()) == (["dusk"], [])


def test_of_the_orders_that_wait_the_latest_alone_is_carried_out(house: House, tmp_path: Path) -> None:
    overtaken = [ChooseTheme(name, theme="nowhere") for name in ("c-8", "c-9")]
    house.carry_out(*overtaken, house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))

    assert [theme.name for theme in house.worn] == ["dusk"]
    assert house.answers == [*(AnswerMessage(order.id, Reason.OVERTAKEN) for order in overtaken), AnswerMessage("c-1")]


def test_an_order_that_needs_no_package_waits_for_no_download(house: House, tmp_path: Path) -> None:
    house.amid.append(ChooseTheme("c-2", theme=None))
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))

    assert [theme.name for theme in house.worn] == ["daylight"]
    assert house.answers == [AnswerMessage("c-1", Reason.OVERTAKEN), AnswerMessage("c-2")]
    assert house.list_faults() == []


def test_a_name_that_nobody_knows_ends_no_download(house: House, tmp_path: Path) -> None:
    house.amid.append(ChooseTheme("c-2", theme="nowhere"))
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))

    assert [theme.name for theme in house.worn] == ["dusk"]
    assert house.answers == [AnswerMessage("c-2", Reason.UNKNOWN_THEME, flaw=UNKNOWN), AnswerMessage("c-1")]


def test_who_orders_a_theme_that_is_not_there_is_told_so_and_the_old_one_stays(house: House) -> None:
    house.carry_out(ChooseTheme("c-1", theme="nowhere"))

    assert (house.worn, house.answers) == ([], [AnswerMessage("c-1", Reason.UNKNOWN_THEME, flaw=UNKNOWN)])
    assert house.list_faults() == [("theme", "refused")]


def test_an_order_that_is_given_again_does_not_begin_its_download_anew(house: House, tmp_path: Path) -> None:
    order = house.publish("dusk", pack(tmp_path / "dusk", ACCENT))
    house.amid.append(order)
    house.carry_out(order)

    assert ([theme.name for theme in house.worn], house.answers) == (["dusk"], [AnswerMessage("c-1")] * 2)


def test_what_rotted_on_the_disk_is_fetched_and_put_on_again_and_nobody_is_answered(
    house: House, tmp_path: Path
) -> None:
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))
    house.rot()
    house.server.fail_next(Fault(503))
    house.restart(mend_s=0.01)
    wait_until(lambda: house.list_faults() == [("theme", "not_fetched")])
    wait_until(lambda: house.switch.find_lost() is None)
    house.finish()

    assert ([theme.name for theme in house.worn], house.answers, house.list_faults()) == (["dusk"], [], [])


def test_an_order_takes_the_place_of_what_was_lost(house: House, tmp_path: Path) -> None:
    house.carry_out(house.publish("dusk", pack(tmp_path / "dusk", ACCENT)))
    house.rot()
    house.server.themes.clear()
    house.restart()
    house.orders.put(ChooseTheme("c-2", theme="market"))
    wait_until(lambda: house.answers == [AnswerMessage("c-2")])
    house.finish()

    assert ([theme.name for theme in house.worn], house.switch.find_lost()) == (["market"], None)
