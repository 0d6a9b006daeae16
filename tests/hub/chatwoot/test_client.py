from collections.abc import Iterator

import pytest

from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.line import Declined, Line, NotNow
from kiosk.hub.chatwoot.shapes import Letter
from tests.doubles.chatwoot import Fate, PretendChatwoot, run_chatwoot
from tests.hub.running import NOW


@pytest.fixture
def chatwoot() -> Iterator[PretendChatwoot]:
    with run_chatwoot() as chatwoot:
        yield chatwoot


@pytest.fixture
def client(chatwoot: PretendChatwoot) -> Client:
    return Client(Line(chatwoot.settings, lambda: NOW))


def test_a_contact_is_found_once_she_was_added_and_no_more_once_she_was_dropped(client: Client) -> None:
    assert client.find_contact("v_1") is None
    added = client.add_contact("v_1")
    assert client.find_contact("v_1") == added
    for _ in range(2):
        client.drop_contact(added.id)
    assert client.find_contact("v_1") is None


def test_conversations_are_listed_the_oldest_first(client: Client) -> None:
    client.add_contact("v_1")
    opened = [client.open_conversation("v_1", {"offer": name}).id for name in ("Becher", "Stiefel")]

    assert [conversation.id for conversation in client.list_conversations("v_1")] == opened
    assert client.read_conversation(opened[0]).status == "open"


def test_what_is_said_is_listed_after_what_was_said_before(client: Client) -> None:
    client.add_contact("v_1")
    number = client.open_conversation("v_1", {}).id
    hers, ours = (client.send(number, Letter(name, name, name == "a")) for name in ("a", "b"))

    assert [(one.message_type, one.source_id) for one in client.list_messages(number, 0)] == [(0, "a"), (1, "b")]
    assert [one.id for one in client.list_messages(number, hers.id)] == [ours.id]


@pytest.mark.parametrize("fate", ["fault", "unwelcome"])
def test_what_fails_is_not_taken_for_something_that_is_not_there(
    client: Client, chatwoot: PretendChatwoot, fate: Fate
) -> None:
    chatwoot.fates = [fate, fate]
    with pytest.raises((NotNow, Declined), match=r"it answered (500|422)"):
        client.find_contact("v_1")
    with pytest.raises((NotNow, Declined), match=r"it answered (500|422)"):
        client.drop_contact(1)


@pytest.mark.parametrize("inboxes", [[{"channel_type": 1}], [{}]])
def test_an_answer_that_no_chatwoot_gives_is_none(
    client: Client, chatwoot: PretendChatwoot, inboxes: list[dict[str, object]]
) -> None:
    chatwoot.inboxes = inboxes
    with pytest.raises(NotNow, match="no Chatwoot"):
        client.list_inboxes()
