"""The addresses of her own pages in what the hub itself says: on its pages they stand as links, with words."""

from msgspec import Struct

from kiosk.hub.models.conversation.message import STORE, Message
from kiosk.hub.text.message_words import MessageWords

_CHARGED, _ENDED, _GOING = "charged:", "charging-ended:", "exit:"
"""How the nonces of such messages begin (`domain/settlement/charged.py`, `domain/consent/charging.py`,
`domain/leaving/going.py`): no form has a colon in its own, so what somebody typed is never one of them."""


class Piece(Struct, frozen=True):
    """A part of a message; one with a `path` leads to that page."""

    text: str
    path: str = ""


def split_message(message: Message, store_id: str, public_url: str, words: MessageWords) -> list[Piece]:
    """The message as the page prints it: as it is, unless the hub said it and it holds just that address."""
    path, name = _find_link(message, store_id, words)
    before, address, after = message.text.partition(f"{public_url}{path}") if path else (message.text, "", "")
    if not address:
        return [Piece(message.text)]
    return [Piece(before), Piece(name, path), Piece(after)]


def _find_link(message: Message, store_id: str, words: MessageWords) -> tuple[str, str]:
    nonce = message.nonce or ""
    if message.author != STORE or message.entry != "hub":
        return "", ""
    if nonce.startswith(_CHARGED):
        return f"/basket/{store_id}/pay/{nonce.removeprefix(_CHARGED)}/receipt", words.receipt
    if nonce.startswith(_GOING):
        return f"/visit/{store_id}", words.visit
    return (f"/basket/{store_id}/leaving", words.leaving) if nonce.startswith(_ENDED) else ("", "")
