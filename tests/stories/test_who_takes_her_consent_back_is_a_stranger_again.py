"""On her phone a member takes back what she allowed: the screen greets her no more, and keeps nothing of her."""

import re
from pathlib import Path

import requests

from kiosk.app.files.shown import FILE_NAME
from kiosk.contract.credential import hash_id, normalise_proximity_id, parse_store_key
from kiosk.places import PYTHON
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.program import run_program
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask, read_claim
from tests.doubles.running_screen import RunningScreen
from tests.doubles.traces import find_traces, read_folder
from tests.hub.phone import press_code, read_code
from tests.stories.conftest import Fitter
from tests.stories.shop import list_known

DEADLINE_S = 10


def tell_counter(folder: Path, code: str | None) -> None:
    """Have the phone that shows this code known as hers."""
    command = (*PYTHON, "-m", "kiosk", "hub", "member", "phone", str(code))
    run_program("the counter", (*command, "--database", f"sqlite:///{folder / 'hub.db'}"), folder / "counter.log")


def take_all_back(address: str, folder: Path) -> list[str]:
    """Open what was kept, show the phone at the counter, and take back one consent after the other: which they were."""
    with requests.Session() as phone:
        page = phone.get(address, timeout=DEADLINE_S)
        tell_counter(folder, read_code(press_code(phone, page)))
        page = phone.get(f"{address}/me", timeout=DEADLINE_S)
        taken: list[str] = []
        while form := dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text)):
            page = phone.post(page.url, form, timeout=DEADLINE_S)
            taken.append(form["purpose"])
    return taken


def greet_and_keep(screen: RunningScreen, gateway: Bystander, reader: PretendReaderField, hub: RunningHub) -> str:
    """The first member comes by and keeps what she is offered: under which bookmark."""
    anna = hub.shop.members[0]
    screen.await_heard(lambda: walk_up(gateway, anna.beacon, hub.shop.zones[0]))
    return str(screen.tap(reader, make_card(anna.card))["bookmark"])


def test_who_takes_her_consent_back_is_a_stranger_again_and_leaves_no_id(
    fitter: Fitter,
    hub: RunningHub,
    hub_settings: dict[str, object],
    gateway: Bystander,
    reader: PretendReaderField,
) -> None:
    store_key = parse_store_key(Path(hub.shop.store_key_file).read_text())
    beacon = hash_id(store_key, "proximity", normalise_proximity_id(hub.shop.members[0].beacon))
    screen = fitter.make(hub_settings)
    screen.open()
    wait_until(lambda: list_known(screen.state) != [])
    bookmark = greet_and_keep(screen, gateway, reader, hub)
    wait_until(lambda: ask(fitter.folder, "SELECT id FROM bookmarks") == [bookmark])
    (key,) = map(str, ask(fitter.folder, "SELECT member_key FROM bookmarks"))
    wait_until(lambda: key in (screen.state / FILE_NAME).read_text())

    taken = take_all_back(f"{hub.url}/c/{read_claim(fitter.folder, bookmark)}", fitter.folder / "hub")
    kept = {path.name: path.read_bytes() for path in (fitter.folder / "hub").glob("hub.db*")}
    wait_until(lambda: key not in list_known(screen.state))
    wait_until(lambda: key not in (screen.state / FILE_NAME).read_text())
    wait_until(lambda: find_traces([key, beacon], read_folder(screen.state)) == [])
    others = list_known(screen.state)
    since = screen.mark()
    walk_up(gateway, hub.shop.members[0].beacon, hub.shop.zones[0])
    screen.expect_loop(2)
    reasons = {said["reason"] for _, said in screen.heard.read()[since:] if "reason" in said}
    screen.end()
    hub.program.stop()

    assert (sorted(taken), len(others), reasons) == (["personal_offers", "proximity"], 2, {"loop"})
    assert find_traces([key, beacon], read_folder(screen.state) | {"log": screen.log.encode()}) == []
    assert ask(fitter.folder, "SELECT segments FROM members WHERE visits = 0") == ["[]"]
    assert find_traces([beacon], kept) == []
