"""Where the store's Chatwoot is, checked before anything is served, so that a wrong file is named at the start."""

import hmac
from pathlib import Path

import msgspec
from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError
from kiosk.hub.webhooks.destination import DestinationRefused, check_url

OPTION = "--chatwoot"
_DOOR = b"vitrine: where Chatwoot rings"


class ChatwootRefused(KioskError):
    """The file, or one that it names, cannot be used; the text says why."""


class Chatwoot(Struct, frozen=True):
    """An inbox of the kind API, of the account of this number; `url` has no slash at its end."""

    url: str
    account: int
    inbox: str
    token: str
    hmac_token: str | None = None
    signing_secret: str | None = None
    allows_private: bool = False

    @property
    def door(self) -> str:
        """What its webhook's address ends with: nobody can guess it, and it follows from the token."""
        return hmac.digest(self.token.encode(), _DOOR, "sha256").hex()

    def vouch(self, identifier: str) -> dict[str, str]:
        """The members that say for whom a contact stands; with a signature where the inbox has a token for that."""
        if self.hmac_token is None:
            return {"identifier": identifier}
        digest = hmac.digest(self.hmac_token.encode(), identifier.encode(), "sha256").hex()
        return {"identifier": identifier, "identifier_hash": digest}

    @override
    def __repr__(self) -> str:
        """Without what lets somebody in."""
        return f"Chatwoot({self.url}, {self.account})"


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    url: str
    account: int
    inbox: str
    token_file: str
    hmac_file: str | None = None
    signing_file: str | None = None
    allow_private: bool = False


def read_chatwoot(file: Path) -> Chatwoot:
    """What the file says, with the secrets that it names. Raises `ChatwootRefused`."""
    try:
        return _read(file)
    except ChatwootRefused as refused:
        why = f"{file}: {refused}"
        raise ChatwootRefused(why) from refused


def _read(file: Path) -> Chatwoot:
    try:
        told = msgspec.toml.decode(file.read_bytes(), type=_File)
    except OSError as error:
        why = f"cannot be read ({error.strerror})"
        raise ChatwootRefused(why) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ChatwootRefused(str(error)) from error
    _check_url(told)
    return Chatwoot(
        url=told.url.rstrip("/"),
        account=told.account,
        inbox=_check_inbox(told.inbox),
        token=_read_secret(file, told.token_file),
        hmac_token=told.hmac_file and _read_secret(file, told.hmac_file),
        signing_secret=told.signing_file and _read_secret(file, told.signing_file),
        allows_private=told.allow_private,
    )


def _check_url(told: _File) -> None:
    try:
        parts = check_url(told.url, allows_private=told.allow_private)
    except DestinationRefused as error:
        why = "`url` must be such as https://chat.shop.example; http:// goes with `allow_private = true` alone"
        raise ChatwootRefused(why) from error
    if parts.query or parts.fragment:
        why = "`url` must be such as https://chat.shop.example, without what follows a ? or a #"
        raise ChatwootRefused(why)


def _check_inbox(inbox: str) -> str:
    if not (inbox.isascii() and inbox.isalnum()):
        why = "`inbox` is the inbox's identifier, of letters and digits, as its settings show it"
        raise ChatwootRefused(why)
    return inbox


def _read_secret(file: Path, name: str) -> str:
    try:
        secret = (file.parent / name).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = f"{name} cannot be read as text"
        raise ChatwootRefused(why) from error
    if not secret.isprintable() or not secret:
        why = f"{name} must hold one line, the secret"
        raise ChatwootRefused(why)
    return secret
