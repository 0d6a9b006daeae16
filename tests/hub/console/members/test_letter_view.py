import pytest

from kiosk.hub.console.members.letter_view import name_state
from kiosk.hub.models.conversation.message import STORE, Message
from tests.hub.running import NOW


@pytest.mark.parametrize(
    ("times", "state"),
    [((), "sent"), (("delivered_at",), "delivered"), (("delivered_at", "read_at"), "read")],
)
def test_a_message_says_how_far_it_came(times: tuple[str, ...], state: str) -> None:
    message = Message(conversation_id="c", bookmark_id="b", author=STORE, text="", written_at=NOW)
    for time in times:
        setattr(message, time, NOW)

    assert name_state(message) == state
