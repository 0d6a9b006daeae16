"""Credentials, and how an id is hashed so that neither side stores a raw one."""

from typing import Literal

from msgspec import Struct

from kiosk.errors import FileRefused

CredentialKind = Literal["uid", "ndef", "sun", "qr"]
HashedKind = Literal["proximity", "uid", "ndef", "code"]

KEY_BYTES = 32
_SEPARATORS = str.maketrans("", "", ":-_ ")


class Credential(Struct, frozen=True):
    """What a tap proved: a hash for `uid` and `ndef`; `sun` and `qr` carry their single-use or signed text."""

    kind: CredentialKind
    value: str


def parse_store_key(text: str) -> bytes:
    """Read the store key file's text: 64 hex digits, white space around them allowed.

    Raises `FileRefused` for anything else, without repeating what it found.
    """
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        message = "the store key must be 64 hex digits; `kiosk hub store-key` makes one"
        raise FileRefused(message)
    return key


def normalise_proximity_id(raw: str) -> str:
    """A proximity id as both sides hash it: lower case, without colons, dashes, underscores and spaces."""
    return raw.translate(_SEPARATORS).lower()


def hash_id(key: bytes, kind: HashedKind, raw: str) -> str:
    """`hmac-sha256(key, kind + ":" + id)` as 64 lower-case hex digits (the loyalty API's rule).

    `raw` is already normalised: a proximity id by `normalise_proximity_id`, a UID as lower-case hex, an NDEF
    member URI or text as it stands, the number printed on a card as its digits.
    """
    from hmac import digest  # noqa: PLC0415 # it loads OpenSSL, for which the first picture must not wait

    return digest(key, f"{kind}:{raw}".encode(), "sha256").hex()
