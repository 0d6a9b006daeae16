import re

import pytest

from kiosk.contract.unseen import UNSEEN

_CLASS = re.compile(f"[{UNSEEN}]")


@pytest.mark.parametrize(
    "sign",
    [
        *(
            "\x00",
            "\n",
            "\x7f",
            "\u0085",
            "\u00ad",
            "\u061c",
            "\u180e",
            "\u200b",
            "\u200d",
            "\u200e",
            "\u200f",
            "\u2028",
        ),
        *("\u202e", "\u2060", "\u2067", "\u206a", "\ufeff", "\ufff9", "\U000e0001", "\U000e0041", "\U000e007f"),
    ],
    ids=ascii,
)
def test_what_shows_nothing_or_turns_text_around_is_unseen(sign: str) -> None:
    assert _CLASS.search(sign)


@pytest.mark.parametrize(
    "text", ["Ausgang \u2013 12 \u20ac", "يرجى مغادرة المبنى", "日本語", "❤\ufe0f 🔥 🇩🇪 👍🏽", "e\u0301"]
)
def test_words_and_emoji_of_one_sign_are_seen(text: str) -> None:
    assert not _CLASS.search(text)
