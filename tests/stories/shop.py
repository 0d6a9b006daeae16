"""The shop of a story in which somebody taps and walks by."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask, read_claim
from tests.doubles.running_screen import RunningScreen, Said

ADDRESS = "mara.lind@example.com"
ANY_CARD, OWN_CARD = bytes.fromhex("04c1d2e3f4a5b0"), bytes.fromhex("04c1d2e3f4a5b1")


@dataclass(frozen=True)
class Shop:
    """The screen in the shop, with its reader and its gateway."""

    folder: Path
    zone: str
    screen: RunningScreen
    gateway: Bystander
    reader: PretendReaderField

    def tap(self, card: bytes) -> Said:
        """Keep what is shown, with a card that was not held there just before: that would be the same tap."""
        self.screen.expect_loop(2)
        tap = self.screen.tap(self.reader, make_sticker(card))
        assert tap["outcome"] == "saved"
        return tap

    def walk_up_and_tap(self, beacon: str, card: bytes) -> Said:
        """Keep what is offered to whom this beacon belongs."""
        self.screen.expect_loop(2)
        shown = self.screen.await_heard(lambda: walk_up(self.gateway, beacon, self.zone), self.screen.mark())
        tap = self.screen.tap(self.reader, make_sticker(card))
        assert (tap["outcome"], tap["offer"]) == ("saved", shown["offer"])
        return tap

    def walk_by(self, beacon: str) -> set[str]:
        """What brought on the glass what it shows after that."""
        since = self.screen.mark()
        walk_up(self.gateway, beacon, self.zone)
        self.screen.expect_loop(2)
        return {said["reason"] for _, said in self.screen.heard.read()[since:] if "reason" in said}

    def await_kept(self, tap: Said) -> str:
        """Until the hub has what was kept; the path of its page."""
        wait_until(lambda: tap["bookmark"] in ask(self.folder, "SELECT id FROM bookmarks"))
        return f"/c/{read_claim(self.folder, tap['bookmark'])}"

    def knows(self, pseudonyms: set[str]) -> bool:
        """Whether the screen would recognise any of them."""
        return not pseudonyms.isdisjoint(list_known(self.screen.state))


def list_known(state: Path) -> list[str]:
    """Whom the screen may recognise."""
    file = state / "shoppers.json"
    return [shopper["key"] for shopper in json.loads(file.read_text())["shoppers"]] if file.exists() else []
