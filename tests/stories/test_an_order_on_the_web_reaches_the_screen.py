"""What a member does in the web shop moves her into a segment, and the screen knows it before it would next ask."""

import json
from pathlib import Path
from time import monotonic

import requests

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.places import PYTHON
from kiosk.shop.hub import RunningHub
from kiosk.shop.program import run_program
from tests.doubles.deadline import wait_until
from tests.hub.shop_window import NO
from tests.stories.conftest import Fitter

DEADLINE_S = 10
SECONDS = 8
"""The screen asks by itself every half a minute: what it knows sooner it was told."""
BUYERS = '{"all": [{"trait": {"name": "orders_30_days", "at_least": 1}}]}'


def command(folder: Path, *words: str) -> str:
    """What a command of the hub says."""
    log = folder / "command.log"
    log.unlink(missing_ok=True)
    run_program(
        "a command", (*PYTHON, "-m", "kiosk", "hub", *words, "--database", f"sqlite:///{folder / 'hub.db'}"), log
    )
    return log.read_text().split()[-1]


def read_segments(state: Path) -> list[set[str]]:
    """The segments of each shopper whom the screen knows."""
    file = state / "shoppers.json"
    return [set(one.get("segments", ())) for one in json.loads(file.read_text())["shoppers"]] if file.exists() else []


def test_an_order_on_the_web_reaches_the_screen_within_seconds_and_goes_with_the_consent(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object]
) -> None:
    folder = fitter.folder / "hub"
    (folder / "buyers.json").write_text(BUYERS)
    key = command(folder, "source", "add", "web-shop", "--server")
    command(folder, "segment", "set", "buyers", str(folder / "buyers.json"))
    store_key = parse_store_key(Path(hub.shop.store_key_file).read_text())
    card = {"kind": "uid", "value": hash_id(store_key, "uid", hub.shop.members[0].card.uid)}
    screen = fitter.make(hub_settings)
    screen.open()
    wait_until(lambda: len(read_segments(screen.state)) == 3)

    def tell(kind: str, **members: object) -> None:
        body = {"userId": "u-1", **members}
        answer = requests.post(f"{hub.url}/v1/{kind}", json=body, auth=(key, ""), timeout=DEADLINE_S)
        assert answer.status_code == 200, answer.text

    tell("identify", messageId="m-1", traits={"card": card})
    since = monotonic()
    tell("track", messageId="m-2", event="Order Completed", properties={"order_id": "4711"})
    wait_until(lambda: {"buyers", "coffee", "music"} in read_segments(screen.state))
    entered = monotonic() - since

    since = monotonic()
    tell("identify", messageId="m-3", context=NO)
    wait_until(lambda: not any("buyers" in segments for segments in read_segments(screen.state)))
    left = monotonic() - since

    assert max(entered, left) < SECONDS
    assert set() in read_segments(screen.state)
