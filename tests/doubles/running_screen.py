"""A real screen in a process of its own, started as a user starts it, and what it says on its topics."""

import json
import signal
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from zlib import crc32

from kiosk.fleet.messages import name_topic
from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from kiosk.places import PYTHON
from kiosk.shop.card import PretendCard
from kiosk.shop.field import PretendReaderField
from kiosk.shop.program import Program, start_program
from tests.doubles.chance import seed_chance
from tests.doubles.deadline import repeat_until
from tests.doubles.notebook import Notebook

Said = dict[str, Any]
"""The payload of one message of the screen."""

KIOSK = (*PYTHON, "-m", "kiosk")
STORE = "berlin-mitte"
END_S = 3.0
"""So long a screen may take to end in good order."""

BRISK: Mapping[str, object] = {
    "store.id": STORE,
    "screen.zones": ["home"],
    "display.fullscreen": False,
    "display.size": "640x360",
    "loyalty.poll_s": 1,
    "proximity.leave_s": 1,
    "pacing.offer_min_s": 0.2,
    "pacing.linger_s": 0.2,
    "pacing.saved_s": 0.5,
    "pacing.hint_s": 0.5,
}
"""Settings of a screen that loses no time."""


@dataclass
class RunningScreen:
    """One screen: `folder` holds its settings, its log and its state; `command` is how the program is run."""

    folder: Path
    name: str
    broker: Address
    settings: Mapping[str, object]
    command: tuple[str, ...] = KIOSK
    heard: Notebook[tuple[str, Said]] = field(default_factory=Notebook[tuple[str, Said]], init=False)
    """What it said, as (`status`, `shown` or `tap`, payload)."""
    _program: Program | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        url = f"mqtt://{self.broker.host}:{self.broker.port}"
        table = {**BRISK, "screen.id": self.name, "broker.url": url, "state.dir": str(self.state), **self.settings}
        # JSON's values are TOML's, and a dotted key needs no table.
        self.config.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in table.items()))
        store, screen = str(table["store.id"]), str(table["screen.id"])
        nouns = {name_topic(store, screen, noun): noun for noun in ("status", "shown", "tap")}
        handlers = Handlers(tuple(nouns), on_message=lambda topic, said: self.heard.write((nouns[topic], _read(said))))
        self._witness = Link(self.broker, f"witness-{self.name}", handlers, seed_chance(crc32(self.name.encode())))
        self._witness.start()

    @property
    def config(self) -> Path:
        return self.folder / "kiosk.toml"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def log(self) -> str:
        return (self.folder / "screen.log").read_text()

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._program is not None, "not started"
        return self._program.process

    def start(self) -> None:
        """Start it; returns at once."""
        words = (*self.command, "run", "--config", str(self.config))
        self._program = start_program("the screen", words, self.folder / "screen.log", lambda: True)

    def open(self) -> None:
        """Start it and wait until it plays the loop, with all its parts well."""
        since = self.mark()
        self.start()
        self.await_health(since)
        self.await_shown("loop", since)

    def kill(self) -> None:
        """As a power cut does: without a chance to do anything more."""
        self.process.kill()
        self.process.wait()

    def end(self) -> int:
        """Ask it to end; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(END_S)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._program is not None:
            self.kill()
        self._witness.stop()

    def run(self, *words: str) -> str:
        """What another command of the program prints with this screen's settings."""
        command = (*KIOSK, *words, "--config", str(self.config))
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 # our own program

    def list_outbox(self) -> list[dict[str, str | None]]:
        """What waits or is dead, as `kiosk outbox` tells it."""
        return cast("list[dict[str, str | None]]", json.loads(self.run("outbox", "list", "--json")))

    def tap(self, field: PretendReaderField, card: PretendCard) -> Said:
        """Hold a card to the reader until the glass answers; what it says."""
        since = self.mark()
        field.put(card)
        said = self.await_said("tap", since=since)
        field.take_away()
        return said

    def mark(self) -> int:
        """Now, as a place to wait from."""
        return len(self.heard.read())

    def list_said(self, noun: str) -> list[Said]:
        return [said for one, said in self.heard.read() if one == noun]

    def await_said(self, noun: str, fits: Callable[[Said], bool] = lambda _said: True, since: int = 0) -> Said:
        def find(heard: list[tuple[str, Said]]) -> Said | None:
            return next((said for one, said in heard[since:] if one == noun and fits(said)), None)

        found = find(self.heard.wait_until(lambda heard: find(heard) is not None))
        assert found is not None
        return found

    def await_shown(self, reason: str, since: int = 0) -> Said:
        return self.await_said("shown", lambda said: bool(said["reason"] == reason), since)

    def await_heard(self, say: Callable[[], None], since: int = 0) -> Said:
        """What is offered to whom a gateway says, again and again."""
        repeat_until(say, lambda: any(said.get("reason") == "proximity" for _, said in self.heard.read()[since:]))
        return self.await_shown("proximity", since)

    def await_fault(self, part: str, code: str, since: int = 0) -> Said:
        return self.await_said("status", lambda said: (part, code) in list_faults(said), since)

    def await_health(self, since: int = 0) -> Said:
        """The screen is, or gets, online, without any fault and with nothing left to deliver."""

        def find_last(heard: list[tuple[str, Said]]) -> Said | None:
            last = [said for one, said in heard[since:] if one == "status"][-1:]
            return last[0] if last and _is_well(last[0]) else None

        found = find_last(self.heard.wait_until(lambda heard: find_last(heard) is not None))
        assert found is not None
        return found

    def is_well(self) -> bool:
        """Whether the screen's last word was that it is online, without any fault and with nothing left to deliver."""
        last = self.list_said("status")[-1:]
        return last != [] and _is_well(last[0])

    def expect_loop(self, items: int = 1) -> None:
        """The loop goes on: so many items come on the glass from here on."""
        for _ in range(items):
            self.await_shown("loop", self.mark())


def list_faults(status: Said) -> list[tuple[str, str]]:
    """Part and code of each fault that a status names."""
    return [(fault["part"], fault["code"]) for fault in status["faults"]]


def _read(payload: bytes) -> Said:
    return cast("Said", json.loads(payload))


def _is_well(status: Said) -> bool:
    return status["state"] == "online" and not status["faults"] and status["outbox"] == {"waiting": 0, "dead": 0}
