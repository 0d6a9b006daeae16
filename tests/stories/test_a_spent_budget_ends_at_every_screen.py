"""What one screen keeps of a budget lacks at all others: the last bookmark ends the offer in the whole shop."""

import json
from decimal import Decimal
from pathlib import Path

import requests

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.hub.database import open_database
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.seed import TOKEN_FILES
from kiosk.shop.hub import RunningHub
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.hub.running import make_bookmark
from tests.stories.conftest import Fitter

DEADLINE_S = 10
ANNAS_OFFER = "o-mug"


def leave_one(folder: Path) -> None:
    """Give Anna's offer a budget for one bookmark."""
    database = open_database(f"sqlite:///{folder / 'hub.db'}")
    with database.write() as session:
        price = Money(Decimal("7.00"), "EUR")
        session.get_one(Offer, ANNAS_OFFER).budget = Budget(price, price)
    database.close()


def keep_elsewhere(hub: RunningHub, folder: Path, bookmark: str) -> int:
    """Keep it before the shop's other screen; what the hub answers."""
    answer = requests.post(
        f"{hub.url}/v1/bookmarks",
        json=make_bookmark(id=bookmark, offer=ANNAS_OFFER, screen="window-2"),
        headers={
            "Authorization": f"Bearer {(folder / TOKEN_FILES['window-2']).read_text()}",
            "Idempotency-Key": bookmark,
        },
        timeout=DEADLINE_S,
    )
    return answer.status_code


def read_left(catalogue: Path) -> str:
    """What is left of it by the screen's knowledge."""
    offers = json.loads(catalogue.read_text())["body"]["offers"]
    return str(next(offer for offer in offers if offer["id"] == ANNAS_OFFER)["budget"]["left"]["amount"])


def test_a_spent_budget_ends_at_every_screen(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], gateway: Bystander
) -> None:
    folder = fitter.folder / "hub"
    leave_one(folder)
    screen = fitter.make({**hub_settings, "pacing.cooldown_s": 0})
    screen.open()
    wait_until((screen.state / "shoppers.json").exists)
    anna, before = hub.shop.members[0], screen.mark()
    first = screen.await_heard(lambda: walk_up(gateway, anna.beacon, hub.shop.zones[0]), before)

    kept = [keep_elsewhere(hub, folder, bookmark) for bookmark in ("b-1", "b-2")]
    wait_until(lambda: Decimal(read_left(screen.state / "catalogue.json")) == 0)
    screen.expect_loop()
    after = screen.mark()
    second = screen.await_heard(lambda: walk_up(gateway, anna.beacon, hub.shop.zones[0]), after)

    assert (first["offer"], kept) == (ANNAS_OFFER, [201, 422])
    assert second["offer"] not in {ANNAS_OFFER, None}
