import pytest

from kiosk.hub.models.conversation.message import LONGEST
from kiosk.hub.pages.conversation.answer import find_complaint, make_answer
from kiosk.hub.text.words import GERMAN


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("", GERMAN.text_missing), ("Ja", ""), ("x" * LONGEST, ""), ("x" * (LONGEST + 1), GERMAN.text_too_long)],
)
def test_a_text_that_cannot_be_kept_is_complained_of(text: str, complaint: str) -> None:
    assert find_complaint(text, GERMAN) == complaint


def test_what_was_typed_stands_in_the_form_again() -> None:
    assert make_answer("n", "zu lang", "x") == {"nonce": "n", "longest": LONGEST, "complaint": "zu lang", "draft": "x"}
