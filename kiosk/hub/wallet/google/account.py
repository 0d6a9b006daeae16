"""The service account that speaks for the store at Google: its key, and what it signs.

Sources: Google's "Using OAuth 2.0 for Server to Server Applications" (the key file, the assertion) and RFC 7523.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError

KEY_OPTION = "--google-wallet-key-file"
ISSUER_OPTION = "--google-wallet-issuer"
_ALGORITHM = "RS256"
_SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer"
_LIFE = timedelta(hours=1)


class AccountRefused(KioskError):
    """Nothing can be signed for Google with these; the text names the option and says what to do."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class _KeyFile(Struct, frozen=True):
    client_email: str
    private_key: str
    token_uri: str
    private_key_id: str = ""


class Account(Struct, frozen=True):
    """A service account that may issue for `issuer`; `token_url` gives it access. Without a repr, for the key."""

    issuer: str
    email: str
    token_url: str
    key: RSAKey
    key_id: str = ""

    def sign(self, claims: Mapping[str, Any]) -> str:
        """These claims as a JWT."""
        header = {"alg": _ALGORITHM, **({"kid": self.key_id} if self.key_id else {})}
        return jwt.encode(header, {"iss": self.email, **claims}, self.key, algorithms=[_ALGORITHM])

    def ask_access(self, now: datetime) -> str:
        """The assertion by which the account asks for access to wallet objects."""
        times = {"iat": int(now.timestamp()), "exp": int((now + _LIFE).timestamp())}
        return self.sign({"scope": _SCOPE, "aud": self.token_url, **times})

    @override
    def __repr__(self) -> str:
        return f"Account({self.issuer})"


def read_account(issuer: str, key_file: Path) -> Account:
    """Read the account's JSON key file. Raises `AccountRefused`."""
    if not issuer.isdecimal():
        raise AccountRefused(ISSUER_OPTION, "is the number that Google's wallet console shows as the issuer's id")
    try:
        told = msgspec.json.decode(key_file.read_bytes(), type=_KeyFile)
        key = RSAKey.import_key(told.private_key)
    except OSError as error:
        raise AccountRefused(KEY_OPTION, "cannot be read") from error
    except (msgspec.DecodeError, JoseError, ValueError) as error:
        raise AccountRefused(KEY_OPTION, "is no JSON key of a service account: make one in Google's console") from error
    return Account(issuer, told.client_email, told.token_uri, key, told.private_key_id)
