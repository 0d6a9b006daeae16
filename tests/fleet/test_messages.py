import json
import re
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec
import pytest

import kiosk.fleet
from kiosk.contract.shelf_price import PricesTold, ShelfPrice, name_price_topic, name_told_topic
from kiosk.fleet.command import DOINGS, Command
from kiosk.fleet.messages import (
    AnswerMessage,
    Fault,
    Outbox,
    ShownMessage,
    StatusMessage,
    TapMessage,
    name_notice_topic,
    name_topic,
)
from kiosk.fleet.notice_message import NoticeMessage
from kiosk.learning import exchange
from kiosk.learning.memory import Offers

DESCRIPTION = json.loads((Path(kiosk.fleet.__file__).parent / "asyncapi.json").read_text(encoding="utf-8"))
MESSAGES = {
    "status": StatusMessage,
    "shown": ShownMessage,
    "tap": TapMessage,
    "answer": AnswerMessage,
    "notice": NoticeMessage,
    "price": ShelfPrice,
    "prices": PricesTold,
}


def _strip_margins(schema: dict[str, Any]) -> dict[str, Any]:
    """Python before 3.13 keeps the margins of docstrings."""
    return schema | {"description": cleandoc(schema["description"])}


def test_the_published_description_has_the_very_fields_that_are_sent() -> None:
    forms = (*MESSAGES.values(), Command, Offers)
    (*_, command, learnt), schemas = msgspec.json.schema_components(forms, ref_template="#/components/schemas/{name}")

    assert DESCRIPTION["components"]["schemas"] == {name: _strip_margins(schema) for name, schema in schemas.items()}
    assert DESCRIPTION["components"]["messages"]["learnt"]["payload"] == learnt
    assert DESCRIPTION["components"]["messages"]["command"]["payload"] == command


@pytest.mark.parametrize("noun", [*MESSAGES, "command", "learnt"])
def test_each_topic_is_described_with_its_own_message(noun: str) -> None:
    channel = DESCRIPTION["channels"][noun]

    assert channel["messages"] == {noun: {"$ref": f"#/components/messages/{noun}"}}
    assert set(channel["parameters"]) == set(re.findall(r"{(\w+)}", channel["address"]))


def test_each_topic_is_described_by_the_name_that_is_used() -> None:
    addresses = {noun: channel["address"] for noun, channel in DESCRIPTION["channels"].items()}

    assert addresses.pop("notice") == name_notice_topic("{store}")
    assert addresses.pop("price") == name_price_topic("{store}", "{code}")
    assert addresses.pop("prices") == name_told_topic("{store}")
    assert addresses.pop("learnt") == exchange.name_topic("{store}", "{screen}")
    assert addresses == {noun: name_topic("{store}", "{screen}", noun) for noun in addresses}


def test_every_command_that_is_described_is_known() -> None:
    assert set(DESCRIPTION["components"]["messages"]["command"]["payload"]["discriminator"]["mapping"]) == DOINGS


@pytest.mark.parametrize(("noun", "message"), MESSAGES.items())
def test_each_message_of_this_room_is_described_by_its_own_form(noun: str, message: type) -> None:
    payload = DESCRIPTION["components"]["messages"][noun]["payload"]

    assert payload == {"$ref": f"#/components/schemas/{message.__name__}"}


def test_what_is_learnt_is_said_and_heard_on_the_topic_that_is_described() -> None:
    assert DESCRIPTION["channels"]["learnt"]["address"] == exchange.name_topic("{store}", "{screen}")
    assert {name for name in DESCRIPTION["operations"] if name.endswith("learnt")} == {"say_learnt", "hear_learnt"}


def test_every_reference_leads_somewhere() -> None:
    for path in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(DESCRIPTION)):
        node: Any = DESCRIPTION
        for step in path.split("/"):
            node = node[step]


def test_a_status_has_the_form_of_the_contract() -> None:
    fault = Fault("nfc", "reader_gone", "2026-11-22T09:00:00.000Z")
    status = StatusMessage("online", fault.since, "attract", "0.1.0", "daylight", [fault], Outbox(), 1.2)

    assert json.loads(msgspec.json.encode(status)) == {
        "state": "online",
        "since": "2026-11-22T09:00:00.000Z",
        "scene": "attract",
        "version": "0.1.0",
        "theme": "daylight",
        "faults": [{"part": "nfc", "code": "reader_gone", "since": "2026-11-22T09:00:00.000Z"}],
        "outbox": {"waiting": 0, "dead": 0},
        "presence_age_s": 1.2,
    }


def test_no_message_has_a_place_for_a_card_or_a_shopper() -> None:
    fields = {field for message in MESSAGES.values() for field in message.__struct_fields__}

    assert not fields & {"credential", "card", "shopper", "uid", "device"}


def test_topics_lie_under_the_screens_own_prefix() -> None:
    assert name_topic("berlin-mitte", "window-1", "tap") == "kiosk/v1/berlin-mitte/window-1/tap"
