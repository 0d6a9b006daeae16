"""From the till back to the screen: what was bought makes the screen that showed it believe in the offer, once."""

import json
from pathlib import Path

import msgspec
import pytest
import requests

from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from kiosk.learning.memory import Memory
from kiosk.learning.memory_file import FILE_NAME
from kiosk.offers.posterior import Belief, Evidence, Tally, form_belief
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

DEADLINE_S = 10
VISITS = "SELECT visits FROM members ORDER BY visits"


@pytest.fixture
def screen(fitter: Fitter, hub_settings: dict[str, object]) -> RunningScreen:
    """The hub's first screen, which knows the hub's members."""
    screen = fitter.make(hub_settings)
    screen.open()
    wait_until((screen.state / "shoppers.json").exists)
    return screen


def recall(screen: RunningScreen, name: str, offer: str) -> Tally:
    """What the screen has counted of this offer itself, in all hours; once it has ended."""
    memory = msgspec.json.decode((screen.state / FILE_NAME).read_bytes(), type=Memory)
    total = Tally()
    for tally in memory.screens[name][offer].values():
        total = total.plus(tally)
    return total


def believe(tally: Tally) -> float:
    """The mean of what is believed of a showing's worth."""
    belief: Belief = form_belief(Evidence("o", 0.0, tally))
    return belief.alpha / (belief.alpha + belief.beta)


def is_told_of_redemption(state: Path, offer: str) -> bool:
    """Whether the screen has heard of it: it keeps the catalogue after it took in what was redeemed."""
    return offer in json.loads((state / "catalogue.json").read_text())["body"]["redeemed"]


def test_a_redemption_raises_the_offer_at_the_screen_that_showed_it_and_counts_once(
    fitter: Fitter, hub: RunningHub, screen: RunningScreen, gateway: Bystander, reader: PretendReaderField
) -> None:
    anna = hub.shop.members[0]
    offer = screen.await_heard(lambda: walk_up(gateway, anna.beacon, hub.shop.zones[0]))["offer"]
    tap = screen.tap(reader, make_card(anna.card))
    wait_until(lambda: ask(fitter.folder, "SELECT id FROM bookmarks") == [tap["bookmark"]])
    token = (fitter.folder / "hub" / TILL_TOKEN_FILE).read_text()

    said = [
        requests.post(
            f"{hub.url}/v1/redemptions",
            json={"bookmark": tap["bookmark"]},
            headers={"Authorization": f"Bearer {token}"},
            timeout=DEADLINE_S,
        ).status_code
        for _ in range(2)
    ]
    wait_until(lambda: is_told_of_redemption(screen.state, offer))
    assert (said, screen.end()) == ([201, 200], 0)
    first = recall(screen, hub.shop.screen, offer)
    screen.open()
    screen.await_shown("loop", screen.mark())
    assert screen.end() == 0

    assert (first.tapped, first.redeemed) == (1, 1)
    assert recall(screen, hub.shop.screen, offer).redeemed == 1
    assert believe(first) > believe(Tally(first.shown, first.looked, first.tapped))


def test_who_comes_by_has_come_once_more_and_the_screen_hears_it(
    fitter: Fitter, hub: RunningHub, screen: RunningScreen, gateway: Bystander
) -> None:
    before = ask(fitter.folder, VISITS)
    for _ in range(2):
        since = screen.mark()
        screen.await_heard(lambda: walk_up(gateway, hub.shop.members[0].beacon, hub.shop.zones[0]), since)
        screen.expect_loop()

    wait_until(lambda: '"visits":1' not in (screen.state / "shoppers.json").read_text())
    assert (before, ask(fitter.folder, VISITS)) == ([1, 2, 3, 5], [2, 2, 3, 5])
