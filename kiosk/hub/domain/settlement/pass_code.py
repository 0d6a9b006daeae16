"""What an exit pass says, signed and good for minutes: pure.

Letters and digits alone, for a scanner that types like a keyboard types others differently in each country.
"""

import hmac
from base64 import b32encode
from datetime import UTC, datetime, timedelta

from msgspec import Struct

LIFE = timedelta(minutes=2)
"""So long what the phone shows is good; the page shows it anew before."""
_MARK = "VX"
_CODE, _TIME, _SEAL = 8, 8, 16
LENGTH = len(_MARK) + _CODE + _TIME + _SEAL


class PassCode(Struct, frozen=True):
    """The pass's own code, until when it is good, and the signature."""

    code: str
    until: datetime
    seal: str


def write_pass(code: str, store_id: str, secret: str, now: datetime) -> str:
    """What the phone shows from now on."""
    until = f"{int((now + LIFE).timestamp()):08X}"
    return f"{_MARK}{code}{until}{_sign(code, store_id, secret, until)}"


def read_pass(text: str) -> PassCode | None:
    """What was scanned; `None`: it is no pass."""
    said = text.strip().upper()
    if len(said) != LENGTH or not said.startswith(_MARK) or not (said.isascii() and said.isalnum()):
        return None
    code, rest = said[len(_MARK) :][:_CODE], said[len(_MARK) + _CODE :]
    try:
        until = datetime.fromtimestamp(int(rest[:_TIME], 16), UTC)
    except ValueError:
        return None
    return PassCode(code, until, rest[_TIME:])


def is_signed(said: PassCode, store_id: str, secret: str) -> bool:
    """Whether the hub wrote it, for this store."""
    until = f"{int(said.until.timestamp()):08X}"
    return hmac.compare_digest(_sign(said.code, store_id, secret, until), said.seal)


def draw_lot(code: str, secret: str, share: float) -> bool:
    """Whether this share of passes has this one: by its code and secret, so that no reloading changes it."""
    lot = int.from_bytes(hmac.digest(secret.encode(), f"lot:{code}".encode(), "sha256")[:8])
    return lot < share * (1 << 64)


def _sign(code: str, store_id: str, secret: str, until: str) -> str:
    seal = hmac.digest(secret.encode(), f"pass:{store_id}:{code}:{until}".encode(), "sha256")
    return b32encode(seal).decode()[:_SEAL]
