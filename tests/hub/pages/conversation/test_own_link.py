import pytest

from kiosk.hub.models.conversation.message import MEMBER, STORE, Message
from kiosk.hub.pages.conversation.own_link import Piece, split_message
from kiosk.hub.text.message_words import ENGLISH, GERMAN, MessageWords
from tests.hub.running import NOW

_URL = "https://hub.shop.example"
_RECEIPT = "/basket/s/pay/p-1/receipt"


def _split(
    text: str, nonce: str | None, author: str = STORE, entry: str = "hub", words: MessageWords = ENGLISH
) -> list[Piece]:
    message = Message(
        conversation_id="c", bookmark_id="b", author=author, text=text, written_at=NOW, nonce=nonce, entry=entry
    )
    return split_message(message, "s", _URL, words)


def test_the_receipt_of_what_the_hub_charged_is_a_link_with_words() -> None:
    assert _split(f"Your receipt: {_URL}{_RECEIPT}\n\nIf not", "charged:p-1") == [
        Piece("Your receipt: "),
        Piece("open the receipt", _RECEIPT),
        Piece("\n\nIf not"),
    ]


def test_where_charging_is_allowed_anew_is_one_in_both_languages() -> None:
    text, path = f"{_URL}/basket/s/leaving", "/basket/s/leaving"

    for words, name in ((GERMAN, "Beim Gehen bezahlen"), (ENGLISH, "paying as you leave")):
        assert _split(text, "charging-ended:m", words=words) == [Piece(""), Piece(name, path), Piece("")]


def test_where_she_says_that_she_is_still_there_is_one() -> None:
    assert _split(f"Tell us here: {_URL}/visit/s", "exit:v:1") == [
        Piece("Tell us here: "),
        Piece("your visit", "/visit/s"),
        Piece(""),
    ]


@pytest.mark.parametrize(
    ("nonce", "author", "entry"),
    [
        ("charged:p-1", MEMBER, "web"),
        ("charged:p-1", STORE, "console"),
        ("charged:p-1", STORE, "chatwoot"),
        ("charged:p-2", STORE, "hub"),
        ("x" * 32, STORE, "hub"),
        (None, STORE, "hub"),
    ],
)
def test_what_anybody_typed_stays_as_it_is_and_so_does_the_receipt_of_another(
    nonce: str | None, author: str, entry: str
) -> None:
    text = f"Look: {_URL}{_RECEIPT}"

    assert _split(text, nonce, author, entry) == [Piece(text)]


def test_an_address_of_elsewhere_is_none() -> None:
    text = f"https://evil.example{_RECEIPT}"

    assert _split(text, "charged:p-1") == [Piece(text)]
