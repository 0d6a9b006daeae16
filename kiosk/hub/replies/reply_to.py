"""The address that a mail is answered to, which names the mail by a token (RFC 5233)."""

import hashlib
import re

_LETTERS = 32
_TOKEN = re.compile(rf"[0-9a-f]{{{_LETTERS}}}")


def make_token(chance: str) -> str:
    """The token that follows from a text that nobody can guess."""
    return hashlib.sha256(chance.encode()).hexdigest()[:_LETTERS]


def write_reply_address(sender: str, token: str) -> str:
    """The address of this token: a mark in the store's own address, to whose inbox it comes."""
    local, at, host = sender.rpartition("@")
    return f"{local}+{token}{at}{host}"


def read_token(address: str, sender: str) -> str | None:
    """The token in an address that `write_reply_address` wrote; `None`: it has none."""
    local, _, host = sender.rpartition("@")
    found, _, place = address.lower().rpartition("@")
    token = found.removeprefix(f"{local}+")
    return token if place == host and found != token and _TOKEN.fullmatch(token) else None
