"""Boots the image and lives with it: power-on to the first offer, a tap to a booking, a power cut, thirty ways out."""

import re
import signal
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kiosk.mqtt.address import Address
from kiosk.shop.broker import start_broker
from kiosk.shop.field import PretendReaderField
from kiosk.shop.gateway import PretendGateway
from kiosk.shop.hub import SampleMember, start_hub
from kiosk.shop.script import make_card
from kiosk.shop.witness import Message, Witness
from tests.machine.agent import FILES, Agent
from tests.machine.disk import Files, copy_disk
from tests.machine.emulator import WAYS, Emulator
from tests.machine.escapes import ATTEMPTS, FALLS
from tests.machine.glass import is_vitrine

BOOT_S = 600.0
BACK_S = 20.0
"""So soon there is a picture again, from whatever was done to it on; `--slowly` gives a busy machine more."""
_CALM_S = 2.0
_UNIT = Path("packaging/vitrine-appliance/files/usr/lib/systemd/system/vitrine-screen.service")


def main() -> int:
    """Returns 0 where everything is as promised."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("image", type=Path)
    parser.add_argument("pictures", type=Path, help="folder for what was on the glass")
    parser.add_argument("--slowly", type=float, default=1.0, help="how many times as long everything may take")
    wishes = parser.parse_args()
    wishes.pictures.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="vitrine-machine-")))
        run = Run(stack, folder, wishes.pictures, wishes.slowly)
        run.boot(wishes.image)
        run.tap()
        run.cut_power()
        run.escape()
        return int(run.failed)


class Run:
    """One life of the machine, with a shop around it."""

    def __init__(self, stack: ExitStack, folder: Path, pictures: Path, slowly: float) -> None:
        self._stack = stack
        self._folder = folder
        self._pictures = pictures
        self._slowly = slowly
        self.failed = False
        self._pause = threading.Event()
        self._broker = start_broker(folder / "broker")
        stack.callback(self._broker.stop)
        self._hub = start_hub(folder / "hub", self._broker.url)
        stack.callback(self._hub.program.stop)
        self._field = PretendReaderField(0)
        self._field.start()
        stack.callback(self._field.stop)
        shop, chance = self._hub.shop, Random(1)  # noqa: S311 # the same noise in every run
        address = Address(self._broker.host, self._broker.port)
        self._gateway = PretendGateway(address, shop.zones, chance)
        self._witness = Witness(address, shop.store, shop.screen, chance)
        for helper in (self._witness, self._gateway):
            helper.start()
            stack.callback(helper.stop)

    def boot(self, image: Path) -> None:
        """From power-on to the loop."""
        self._disk = self._folder / "disk"
        copy_disk(image, self._disk, FILES | self._write_files())
        self._power_on("00-boot")
        self._stack.callback(self._power_off)

    def tap(self) -> None:
        """A member walks up and taps; the hub has it."""
        member = self._hub.shop.members[0]
        shown = self._walk_up(member)
        latency = shown and shown["latency_ms"]
        self._say(f"an offer for her: {latency} ms after the gateway's word", is_well=shown is not None)
        self._pause.wait(_CALM_S)
        self._picture("01-offer")
        self._tap(member)
        self._pause.wait(_CALM_S)
        self._picture("02-saved")
        self._say("the booking is at the hub", is_well=self._wait(partial(self._has_booked, 1), BOOT_S))
        self._gateway.leave(member.beacon)

    def cut_power(self) -> None:
        """Somebody taps while the hub answers nobody, and the plug is pulled: it is booked after power-on, once."""
        member, hub = self._hub.shop.members[1], self._hub.program.process
        self._walk_up(member)
        hub.send_signal(signal.SIGSTOP)
        self._tap(member)
        self._power_off()
        hub.send_signal(signal.SIGCONT)
        self._power_on("03-power-cut")
        self._say("the booking of before is at the hub", is_well=self._wait(partial(self._has_booked, 2), BOOT_S))
        self._say("nothing is left to deliver", is_well=self._wait(self._has_delivered, BACK_S) and self._has_booked(2))
        self._gateway.leave(member.beacon)

    def escape(self) -> None:
        """Each attempt; the screen must be there after it, and the machine may not begin anew."""
        for number, (name, attempt) in enumerate(ATTEMPTS.items(), 4):
            resets, falls = self._emulator.monitor.resets, self._count_falls()
            began = time.monotonic()
            attempt(self._emulator, self._agent)
            self._pause.wait(_CALM_S)
            place = f"{number:02}-{name.replace(' ', '-')}"
            spent_s = (time.monotonic() - began) / self._slowly
            is_back = self._wait(partial(self._is_back, name, falls, place), BACK_S - spent_s)
            is_same = self._emulator.monitor.resets == resets
            self._say(f"{name}: well after {time.monotonic() - began:.0f} s", is_well=is_back and is_same)

    def _count_falls(self) -> int:
        return int(self._agent.ask("systemctl show --value --property=NRestarts vitrine-screen").split()[1])

    def _is_back(self, name: str, falls: int, place: str) -> bool:
        has_fallen = name not in FALLS or self._count_falls() > falls
        return has_fallen and self._plays(place)

    def _plays(self, place: str) -> bool:
        return self._agent.ask("systemctl is-active vitrine-screen") == "0 active" and self._shows(place)

    def _write_files(self) -> Files:
        """The settings of the screen in the machine, and its secrets as credentials."""
        shop = self._hub.shop
        zones = ", ".join(f'"{zone}"' for zone in shop.zones)
        settings = f"""\
state.dir = "/var/lib/vitrine-kiosk"
store.id = "{shop.store}"
screen = {{ id = "{shop.screen}", zones = [{zones}] }}
broker.url = "mqtt://{WAYS}:{self._broker.port}"
loyalty.url = "http://{WAYS}:{self._hub.url.rpartition(":")[2]}"
nfc.device = "udp:{WAYS}:{self._field.port}"
"""
        patience = slow_down(_UNIT.read_text(encoding="utf-8"), self._slowly)
        return {
            "/etc/vitrine/kiosk.toml": (settings, 0o644),
            "/etc/credstore/vitrine-store-key": (Path(shop.store_key_file).read_text(), 0o600),
            "/etc/credstore/vitrine-screen-token": (Path(shop.token_file).read_text(), 0o600),
            "/etc/systemd/system/vitrine-screen.service.d/test.conf": (patience, 0o644),
        }

    def _power_on(self, place: str) -> None:
        self._emulator = Emulator(self._disk, self._folder)
        is_up = self._wait(partial(self._shows, place), BOOT_S)
        self._say(f"power-on to the first picture: {self._emulator.age_s():.0f} s", is_well=is_up)
        self._agent = Agent(self._emulator.agent, BOOT_S)

    def _power_off(self) -> None:
        self._agent.close()
        self._emulator.stop()

    def _walk_up(self, member: SampleMember) -> Message | None:
        since = self._witness.count()
        self._gateway.approach(member.beacon, self._hub.shop.zones[0], 6.0, 0.8, 2.0)
        return self._witness.wait_for("shown", lambda said: said["reason"] == "proximity", since, BOOT_S * self._slowly)

    def _tap(self, member: SampleMember) -> None:
        since = self._witness.count()
        self._field.put(make_card(member.card))
        tapped = self._witness.wait_for("tap", lambda _said: True, since, BOOT_S * self._slowly)
        self._field.take_away()
        self._say(f"a tap: {tapped and tapped['outcome']}", is_well=bool(tapped and tapped["bookmark"]))

    def _has_delivered(self) -> bool:
        return self._agent.ask("kiosk outbox list --json --config /etc/vitrine/kiosk.toml") == "0 []"

    def _has_booked(self, bookings: int) -> bool:
        """Whether the hub made exactly so many: what it had before is answered with 200."""
        log = (self._folder / "hub/hub.log").read_text(errors="replace")
        return log.count("POST /v1/bookmarks 201") == bookings

    def _shows(self, place: str) -> bool:
        return is_vitrine(self._picture(place))

    def _picture(self, name: str) -> Path:
        return self._emulator.monitor.picture(self._pictures / f"{name}.png")

    def _wait(self, is_so: Callable[[], bool], patience_s: float) -> bool:
        deadline = time.monotonic() + patience_s * self._slowly
        while not is_so():
            if time.monotonic() > deadline:
                return False
            self._pause.wait(1.0)
        return True

    def _say(self, text: str, *, is_well: bool) -> None:
        self.failed |= not is_well
        sys.stdout.write(f"{'ok    ' if is_well else 'FAILED'}  {text}\n")
        sys.stdout.flush()


def slow_down(unit: str, slowly: float) -> str:
    """A drop-in that gives the unit so many times as long to start and to show a frame, and at 1 what it has itself."""
    waits = re.findall(r"^(TimeoutStartSec|WatchdogSec)=(\d+)$", unit, re.MULTILINE)
    return "".join(["[Service]\n", *(f"{name}={int(seconds) * slowly:.0f}\n" for name, seconds in waits)])


if __name__ == "__main__":
    sys.exit(main())
