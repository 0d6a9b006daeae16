"""A till of the sample shop, and Anna's card as it reads it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.sample.seed import KEY_FILE, TILL_TOKEN_FILE
from kiosk.hub.sample.shop import MEMBERS
from tests.hub.running import RunningHub


@dataclass(frozen=True)
class TillDesk:
    """What it posts to the hub."""

    running: RunningHub
    token: str
    card: dict[str, str]

    def post(self, path: str, body: object) -> requests.Response:
        return self.running.post(path, body, self.token)

    def sell(self, **changes: object) -> requests.Response:
        """Tell that Anna bought two mugs and tea, for 45 euros in all."""
        return self.post("/v1/receipts", make_receipt(self.card, **changes))


def open_till(running: RunningHub, seeded: Path) -> TillDesk:
    """The one that the sample shop has."""
    card = hash_id(parse_store_key((seeded / KEY_FILE).read_text()), "uid", MEMBERS[0].card.uid)
    return TillDesk(running, (seeded / TILL_TOKEN_FILE).read_text(), {"kind": "uid", "value": card})


def make_receipt(card: dict[str, str], **changes: object) -> dict[str, Any]:
    """The body of that receipt, with these changes."""
    return {
        "id": "r-1",
        "bought_at": "2026-11-22T09:00:00+01:00",
        "total": "45.00",
        "currency": "EUR",
        "lines": [
            {"title": "Mug", "category": "Home", "quantity": "2", "amount": "30.00"},
            {"title": "Tea", "category": "Tea", "quantity": "0.5", "amount": "20.00"},
            {"title": "Off", "amount": "-5.00"},
        ],
        "credential": card,
        **changes,
    }
