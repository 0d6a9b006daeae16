import json

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.action import take_action
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.signature import Envelope, make_secret, sign
from kiosk.hub.models.benefits.action_source import ActionSource
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.benefits.own_page import keep_with_card, open_in, read_messages

SECRET = make_secret("chance")


def _send(hub: Hub, body: bytes, message_id: str = "m1") -> tuple[list[Award], bool]:
    timestamp = str(int(hub.now().timestamp()))
    envelope = Envelope(message_id, timestamp, sign(SECRET, message_id, timestamp, body))
    with hub.database.write() as session:
        source = ActionSource(store_id=STORE, id="gallery", secret=SECRET)
        return take_action(hub, session, source, envelope, body)


def _tell(action: str, member: str) -> bytes:
    return json.dumps({"action": action, "member": member, "more": 1}).encode()


def test_what_a_member_did_is_paid_and_thanked_for_once(hub: Hub, books: Books, anna: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "a"), "phone", is_hers=True)
    told = [_send(hub, _tell("gallery", anna)) for _ in range(2)]

    assert [is_new for _, is_new in told] == [True, False]
    assert told[0][0] == told[1][0]
    assert (books.read(anna), books.list_faults()) == (30, [])
    assert [("Galerie" in text) for text in read_messages(hub, "a")] == [False, True]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed"),
        (b"\xff", "malformed"),
        (b"[]", "malformed"),
        (b'{"more": ' + b"[" * 60_000, "malformed"),
        (b'{"action": 7, "member": "m"}', "malformed"),
        (_tell("gallery", "s_nobody"), "member_unknown"),
        (_tell("purchase", "m"), "action_unknown"),
        (_tell("theft", "m"), "action_unknown"),
        (_tell("like", "m"), "action_not_rewarded"),
        (_tell("post", "m"), "action_not_rewarded"),
    ],
)
def test_what_is_no_action_of_a_member_is_refused_by_name(hub: Hub, books: Books, body: bytes, code: str) -> None:
    with pytest.raises(Problem) as refused:
        _send(hub, body)

    assert (refused.value.code, books.count("gallery")) == (code, 0)


def test_likes_are_told_why_they_are_off(hub: Hub) -> None:
    with pytest.raises(Problem, match="Meta's platform policy"):
        _send(hub, _tell("like", "m"))


def test_another_action_under_the_same_name_is_refused(hub: Hub, anna: str) -> None:
    _send(hub, _tell("gallery", anna))
    with pytest.raises(Problem) as refused:
        _send(hub, _tell("feedback", anna))

    assert refused.value.code == "idempotency_key_reused"


def test_who_does_not_hold_the_secret_says_nothing(hub: Hub, books: Books, anna: str) -> None:
    body, timestamp = _tell("gallery", anna), str(int(hub.now().timestamp()))
    forged = Envelope("m1", timestamp, sign(make_secret("other"), "m1", timestamp, body))
    with pytest.raises(Problem) as refused, hub.database.write() as session:
        take_action(hub, session, ActionSource(store_id=STORE, id="gallery", secret=SECRET), forged, body)

    assert (refused.value.code, books.read(anna)) == ("signature_wrong", 0)
