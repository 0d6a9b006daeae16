"""The access list, held to what the screens themselves publish of their topics."""

import json

from kiosk.hub.mqtt.access import LONGEST_NAME, Guest, is_nameable, write_access
from kiosk.learning.exchange import name_topic
from tests.checks.tree import ROOT

PRESENCE = ["espresense/devices/#"]
WINDOW = Guest("berlin", "window-1", "a" * 64)
NAME = "berlin/window-1/aaaaaaaa"


def read_block(user: str, *screens: Guest) -> set[str]:
    """What this user may do."""
    blocks = write_access(screens, PRESENCE).split("\n\n")
    lines = {block.splitlines()[0]: block.splitlines()[1:] for block in blocks}
    return {line.removeprefix("topic ") for line in lines[f"user {user}"]}


def list_operations(action: str) -> set[str]:
    """The addresses that a screen sends to or receives from, by its own description."""
    described = json.loads((ROOT / "kiosk/fleet/asyncapi.json").read_text())
    names = [
        one["channel"]["$ref"].rpartition("/")[2] for one in described["operations"].values() if one["action"] == action
    ]
    return {
        described["channels"][name]["address"].format(store="berlin", screen="window-1", code="+") for name in names
    }


def test_a_screen_may_say_all_that_it_is_described_to_say_and_no_more() -> None:
    said = {line.removeprefix("write ") for line in read_block(NAME, WINDOW) if line.startswith("write")}

    assert said == list_operations("send")


def test_a_screen_hears_itself_its_store_and_the_gateways() -> None:
    heard = {line.removeprefix("read ") for line in read_block(NAME, WINDOW) if line.startswith("read")}
    learnt = {name_topic("berlin", "window-1"): name_topic("berlin", "+")}

    assert {learnt.get(topic, topic) for topic in list_operations("receive")} < heard
    assert heard - {learnt.get(topic, topic) for topic in list_operations("receive")} == {
        "kiosk/v1/berlin/window-1/status",
        *PRESENCE,
    }


def test_nobody_but_the_hub_gives_orders() -> None:
    told = write_access([WINDOW, Guest("berlin", "window-2", "b")], PRESENCE)

    assert "write kiosk/v1/+/+/command" in read_block("hub", WINDOW)
    assert told.count("/command") == 3
    assert told.count("write kiosk/v1/+/notice") == 1
    assert [line for line in told.splitlines() if "/price" in line and "write" in line] == [
        "topic readwrite kiosk/v1/+/price/+",
        "topic write kiosk/v1/+/prices",
    ]


def test_gateways_say_what_they_hear_and_hear_nothing() -> None:
    assert read_block("gateways") == {"deny kiosk/#", "write espresense/devices/#"}


def test_whoever_listens_is_denied_the_keys_of_phones() -> None:
    for listener in (NAME, "sniff"):
        denied = {line for line in read_block(listener, WINDOW) if line.startswith("deny espresense")}
        assert denied == {"deny espresense/settings/+/#", "deny espresense/rooms/+/known_irks/#"}


def test_a_screen_that_holds_another_token_goes_by_another_name() -> None:
    assert WINDOW.name == NAME
    assert Guest("berlin", "window-1", "b" * 64).name != NAME


def test_what_a_certificate_can_name_is_told_before() -> None:
    longest = "w" * (LONGEST_NAME - len("berlin//aaaaaaaa"))

    assert is_nameable("berlin", longest)
    assert not is_nameable("berlin", longest + "w")
