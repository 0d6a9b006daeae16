"""The whole shop on one machine: broker, hub, gateways, cards and the screen, all real but for the people."""

import random
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.app.observer import Observer
from kiosk.app.vitrine import open_screen
from kiosk.core.glass.scene import Scene
from kiosk.mqtt.address import Address
from kiosk.settings import Settings
from kiosk.settings.file import read_settings
from kiosk.shop.broker import RunningBroker, start_broker
from kiosk.shop.claims import Claims
from kiosk.shop.field import PretendReaderField
from kiosk.shop.gateway import PretendGateway
from kiosk.shop.hub import RunningHub, SampleMember, start_hub
from kiosk.shop.scanner import MUG, type_code
from kiosk.shop.screenshots import Screenshots
from kiosk.shop.script import Script, Stagehands
from kiosk.shop.witness import Witness

STRANGERS = 5
"""Devices of people who never opted in, in each zone: the demo shows by silence that they are dropped."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the visitor of the demo asked for; `seconds` and `screenshots` may be `None`."""

    seconds: float | None
    screenshots: Path | None
    overrides: tuple[str, ...]


def run_demo(wishes: Wishes) -> int:
    """Play the shop; returns 0 when at least one loop from event to conversation was closed.

    Raises `KioskError` where a part of the shop does not come up.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vitrine-demo-")))
        _say("starting an MQTT broker and the hub on this machine's loopback ...")
        broker = start_broker(folder / "broker")
        stack.callback(broker.stop)
        hub = start_hub(folder / "hub", broker.url)
        stack.callback(hub.program.stop)
        field = PretendReaderField(0)
        field.start()
        stack.callback(field.stop)
        settings = read_settings(None, {}, [*_list_settings(hub, broker, field, folder), *wishes.overrides])
        show = _Show(_Shop(broker, hub, field, settings), wishes)
        code = show.play(wishes.seconds)
        _say(_sum_up(show.script))
        if wishes.screenshots:
            _say(f"{show.count_screenshots()} pictures of it are in {wishes.screenshots.absolute()}")
        return code or (0 if show.script.closed else 1)


@dataclass(frozen=True, slots=True)
class _Shop:
    broker: RunningBroker
    hub: RunningHub
    field: PretendReaderField
    settings: Settings


class _Show:
    """The screen, the script that is played before it, and the pictures taken of it."""

    def __init__(self, shop: _Shop, wishes: Wishes) -> None:
        members = [member for member in shop.hub.shop.members if member.consents]
        address = Address(shop.broker.host, shop.broker.port)
        settings = shop.settings
        chance = random.Random(1)  # noqa: S311 - the same noise in every demo
        self._claims = Claims()
        gateway = PretendGateway(address, settings.screen.zones, chance, STRANGERS)
        witness = Witness(address, settings.store.id, settings.screen.id, chance)
        hands = Stagehands(gateway, shop.field, witness, self._claims.find, _say)
        self.script = Script(hands, members, settings.screen.zones[0])
        self._screen = open_screen(settings, Observer(self._hear, _explain_keys(members), self._see))
        self._screenshots = (
            Screenshots(wishes.screenshots, self._screen.screen.save_screenshot) if wishes.screenshots else None
        )
        self._helpers = (witness, gateway, self.script)

    def play(self, seconds: float | None) -> int:
        """Play for so long, or until the window is closed; returns the screen's exit code."""
        if seconds is not None:
            QTimer.singleShot(round(seconds * 1000), self._screen.leave)
        for helper in self._helpers:
            helper.start()
        code = self._screen.run()
        for helper in reversed(self._helpers):
            helper.stop()
        return code

    def count_screenshots(self) -> int:
        """How many scenes were pictured."""
        return len(self._screenshots.taken) if self._screenshots else 0

    def _hear(self, key: str) -> None:
        if key in {"q", "Q"}:
            self._screen.leave()
        elif key in {"s", "S"}:
            _say("you hold a mug under the scanner")
            type_code(MUG)
        elif key.isdecimal() and self.script.tap(int(key)):
            _say(f"you hold card {key} to the reader")

    def _see(self, scene: Scene) -> None:
        self._claims.see(scene)
        if self._screenshots:
            self._screenshots.see(scene)


def _list_settings(hub: RunningHub, broker: RunningBroker, field: PretendReaderField, folder: Path) -> list[str]:
    shop = hub.shop
    return [
        f"store.id={shop.store}",
        f"store.key_file={shop.store_key_file}",
        f"screen.id={shop.screen}",
        f"screen.zones={','.join(shop.zones)}",
        f"broker.url={broker.url}",
        f"loyalty.url={hub.url}",
        f"loyalty.token_file={shop.token_file}",
        f"nfc.device=udp:127.0.0.1:{field.port}",
        "scanner.device=keyboard",
        f"state.dir={folder / 'state'}",
        "display.fullscreen=false",
        "pacing.cooldown_s=20",
        "pacing.saved_s=8",
    ]


def _explain_keys(members: list[SampleMember]) -> str:
    # In both languages, for the scenes behind it change theirs.
    return f"1\N{EN DASH}{len(members)} Karte / card · S scannen / scan · Q beenden / quit"


def _sum_up(script: Script) -> str:
    if script.closed:
        times = "once" if script.closed == 1 else f"{script.closed} times"
        return f"the loop was closed {times}: event, offer, tap, bookmark, conversation"
    return "the loop was NOT closed: no offer was shown, tapped and delivered"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
