"""Boots the image and lives with it: from power-on to the first offer, a tap to a booking, and thirty ways out."""

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
from kiosk.shop.hub import start_hub
from kiosk.shop.script import make_card
from kiosk.shop.witness import Witness
from tests.machine.agent import FILES, Agent
from tests.machine.disk import Files, copy_disk
from tests.machine.emulator import WAYS, Emulator
from tests.machine.escapes import ATTEMPTS, FALLS
from tests.machine.glass import is_vitrine

BOOT_S = 600.0
BACK_S = 20.0
"""So soon there is a picture again, whatever was done to it; `--slowly` gives a busy machine more."""
_CALM_S = 2.0


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
        disk = self._folder / "disk"
        copy_disk(image, disk, FILES | self._write_files())
        self._emulator = Emulator(disk, self._folder)
        self._stack.callback(self._emulator.stop)
        is_up = self._wait(partial(self._shows, "00-boot"), BOOT_S)
        self._say(f"power-on to the first picture: {self._emulator.age_s():.0f} s", is_well=is_up)
        self._agent = Agent(self._emulator.agent, BOOT_S)
        self._stack.callback(self._agent.close)

    def tap(self) -> None:
        """A member walks up and taps; the hub has it."""
        member = self._hub.shop.members[0]
        since = self._witness.count()
        self._gateway.approach(member.beacon, self._hub.shop.zones[0], 6.0, 0.8, 2.0)
        patience = BOOT_S * self._slowly
        shown = self._witness.wait_for("shown", lambda said: said["reason"] == "proximity", since, patience)
        latency = shown and shown["latency_ms"]
        self._say(f"an offer for her: {latency} ms after the gateway's word", is_well=shown is not None)
        self._pause.wait(_CALM_S)
        self._picture("01-offer")
        self._field.put(make_card(member.card))
        tapped = self._witness.wait_for("tap", lambda _said: True, since, patience)
        self._field.take_away()
        self._say(f"a tap: {tapped and tapped['outcome']}", is_well=bool(tapped and tapped["bookmark"]))
        self._pause.wait(_CALM_S)
        self._picture("02-saved")
        self._say("the booking is at the hub", is_well=self._wait(self._has_delivered, BOOT_S))
        self._gateway.leave(member.beacon)

    def escape(self) -> None:
        """Each attempt; the screen must be there after it, and the machine may not begin anew."""
        for number, (name, attempt) in enumerate(ATTEMPTS.items(), 3):
            resets, falls = self._emulator.monitor.resets, self._count_falls()
            began = time.monotonic()
            attempt(self._emulator, self._agent)
            self._pause.wait(_CALM_S)
            fallen = name not in FALLS or self._wait(partial(self._has_fallen, falls), BACK_S)
            is_back = fallen and self._wait(partial(self._plays, f"{number:02}-{name.replace(' ', '-')}"), BACK_S)
            is_same = self._emulator.monitor.resets == resets
            self._say(f"{name}: well after {time.monotonic() - began:.0f} s", is_well=is_back and is_same)

    def _count_falls(self) -> int:
        return int(self._agent.ask("systemctl show --value --property=NRestarts vitrine-screen").split()[1])

    def _has_fallen(self, falls: int) -> bool:
        return self._count_falls() > falls

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
        patience = f"[Service]\nTimeoutStartSec={60 * self._slowly:.0f}\nWatchdogSec={15 * self._slowly:.0f}\n"
        return {
            "/etc/vitrine/kiosk.toml": (settings, 0o644),
            "/etc/credstore/vitrine-store-key": (Path(shop.store_key_file).read_text(), 0o600),
            "/etc/credstore/vitrine-screen-token": (Path(shop.token_file).read_text(), 0o600),
            "/etc/systemd/system/vitrine-screen.service.d/test.conf": (patience, 0o644),
        }

    def _has_delivered(self) -> bool:
        log = (self._folder / "hub/hub.log").read_text(errors="replace")
        return "POST /v1/bookmarks" in log

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


if __name__ == "__main__":
    sys.exit(main())
