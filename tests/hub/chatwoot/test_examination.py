from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.hub.chatwoot.account import Chatwoot
from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.examination import examine
from kiosk.hub.chatwoot.line import Line
from tests.doubles.chatwoot import Fate, PretendChatwoot, run_chatwoot
from tests.hub.running import NOW

_DOOR = "https://hub.shop.example/v1/chatwoot/door"
_INBOX: dict[str, Any] = {"channel_type": "Channel::Api", "inbox_identifier": "inbox", "webhook_url": _DOOR}


@pytest.fixture
def chatwoot() -> Iterator[PretendChatwoot]:
    with run_chatwoot() as chatwoot:
        chatwoot.inboxes = [{"channel_type": "Channel::Email"}, _INBOX]
        yield chatwoot


def _examine(settings: Chatwoot) -> list[str]:
    return list(examine(Client(Line(settings, lambda: NOW)), settings, _DOOR))


def test_where_all_is_well_nothing_is_said(chatwoot: PretendChatwoot) -> None:
    assert _examine(chatwoot.settings) == []


@pytest.mark.parametrize(
    ("inbox", "fates", "finding"),
    [
        ({}, ["away"], "for it answered 503"),
        ({}, ["unwelcome"], "for it answered 422"),
        ({"inbox_identifier": "other"}, [], "sees no inbox"),
        ({"webhook_url": None}, [], f"enter {_DOOR} as its webhook"),
        ({"hmac_token": "b"}, [], "holds another token"),
        ({}, ["well", "fault"], "check `hmac_file`"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    chatwoot: PretendChatwoot, inbox: dict[str, Any], fates: list[Fate], finding: str
) -> None:
    chatwoot.inboxes, chatwoot.fates = [_INBOX | inbox], fates
    (found,) = _examine(replace(chatwoot.settings, hmac_token="a"))  # noqa: S106 # it opens nothing

    assert finding in found


def test_an_account_that_there_is_not_is_said(chatwoot: PretendChatwoot) -> None:
    (found,) = _examine(replace(chatwoot.settings, account=2))

    assert "none with the account" in found
