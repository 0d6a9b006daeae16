import pytest

from kiosk.contract.notice_text import LONGEST, MOST_LINES, find_flaw


@pytest.mark.parametrize(
    "text",
    ["Raus!", "a" * LONGEST, "🔥", "112", "👩\u200d🚒", "می\u200cشود", "a\n" * (MOST_LINES - 1), "يرجى مغادرة المبنى"],
)
def test_words_that_can_be_read_have_no_flaw(text: str) -> None:
    assert find_flaw(text) is None


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("a" * (LONGEST + 1), "too_long"),
        ("", "blank"),
        ("!?", "blank"),
        ("\u2800\u3164\u200b", "blank"),
        ("a\n" * MOST_LINES, "too_many_lines"),
        ("a\u0007", "unseen_characters"),
        ("a\tb", "unseen_characters"),
        ("\u202etixe", "unseen_characters"),
        ("a\u2067b", "unseen_characters"),
        ("Exit 1\u200f2 left", "unseen_characters"),
        ("Exit\U000e0041", "unseen_characters"),
    ],
)
def test_what_no_screen_would_show_is_named_by_its_flaw(text: str, flaw: str) -> None:
    assert find_flaw(text) == flaw
