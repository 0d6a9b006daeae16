import pytest

from kiosk.hub.chatwoot.shapes import INCOMING, OUTGOING, Letter, RemoteMessage


@pytest.mark.parametrize(
    ("kind", "private", "is_answer"), [(OUTGOING, False, True), (OUTGOING, True, False), (INCOMING, False, False)]
)
def test_an_answer_is_what_is_said_to_the_contact(kind: int, private: object, is_answer: object) -> None:
    assert RemoteMessage(1, kind, private=bool(private)).is_answer is is_answer


@pytest.mark.parametrize(("attributes", "is_deleted"), [(None, False), ({}, False), ({"deleted": True}, True)])
def test_a_message_that_was_taken_back_is_known(attributes: dict[str, object] | None, is_deleted: object) -> None:
    assert RemoteMessage(1, OUTGOING, content_attributes=attributes).is_deleted is is_deleted


def test_a_letter_becomes_a_message_from_or_to_her() -> None:
    assert [Letter("n", "t", is_hers).kind for is_hers in (True, False)] == [INCOMING, OUTGOING]
