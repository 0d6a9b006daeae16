"""A screen as far as the broker knows it: it hears commands, and answers what a test has it answer."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event as Flag
from typing import Any

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.doubles.bystander import Bystander

COMMAND = f"kiosk/v1/{STORE}/{FIRST_SCREEN}/command"
WEBP = b"RIFF\x04\x00\x00\x00WEBP"


@dataclass
class Screen:
    """The screen `name` of `store`."""

    hub: Hub
    bystander: Bystander
    store: str
    name: str

    def hear(self, times: int = 1) -> dict[str, Any]:
        """The last of so many commands."""
        heard: dict[str, Any] = json.loads(self.bystander.wait_for_topic(COMMAND, times)[-1])
        return heard

    def answer(self, command_id: str, reason: str | None = None, image: bytes | None = None) -> None:
        picture = base64.b64encode(image).decode() if image else None
        self.say("answer", {"id": command_id, "reason": reason, "image": picture})

    def say(self, noun: str, said: object) -> None:
        self.bystander.say(f"kiosk/v1/{self.store}/{self.name}/{noun}", json.dumps(said).encode())

    def await_kept(self, fits: Callable[[Session], bool]) -> None:
        """Wait until the hub's database is so."""
        look = Flag()
        assert any(self._look(fits) or look.wait(0.02) for _ in range(500))

    def _look(self, fits: Callable[[Session], bool]) -> bool:
        with self.hub.database.read() as session:
            return fits(session)
