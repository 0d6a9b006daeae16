"""A mail as the hub writes it, and which addresses it may go to."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from msgspec import Struct
from typing_extensions import override

LONGEST_ADDRESS = 254
"""Letters, by RFC 5321, section 4.5.3.1.3, without the angle brackets."""
_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"({_LOCAL})@((?:{_LABEL}\.)+{_LABEL})")
_LONGEST_LOCAL = 64


class Letter(Struct, frozen=True):
    """A mail in plain text: `id` is new for each, `written_at` is when it was written.

    It is answered to `reply_to`; `None`: to whom it comes from.
    """

    to: str
    sender_name: str
    subject: str
    text: str
    id: str
    written_at: datetime
    reply_to: str | None = None

    @override
    def __repr__(self) -> str:
        """Without whom it goes to, and without what it says, which may let somebody in."""
        return "Letter(...)"


def read_address(text: str) -> str | None:
    """An address as it is kept, in lower case (RFC 5321's dot-string, at a name); `None`: it is none.

    A host in letters of other alphabets comes to what the name system knows it by (RFC 3490).
    """
    local, at, host = text.strip().lower().rpartition("@")
    address = f"{local}{at}{_spell_host(host)}"
    found = _ADDRESS.fullmatch(address)
    is_one = found is not None and len(found[1]) <= _LONGEST_LOCAL and len(address) <= LONGEST_ADDRESS
    return address if is_one else None


def find_inbox(address: str) -> str:
    """The inbox that an address comes to: what follows a plus is but a mark in it (RFC 5233)."""
    local, at, host = address.rpartition("@")
    return (local.partition("+")[0] or local) + at + host


def compose(letter: Letter, sender: str) -> EmailMessage:
    """The mail as it is sent. Raises `ValueError` for a header that holds a line break."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(letter.sender_name, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.to)
    if letter.reply_to:
        message["Reply-To"] = Address(letter.sender_name, addr_spec=letter.reply_to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = f"<{letter.id}@{sender.rpartition('@')[2]}>"
    # No holiday notice comes back (RFC 3834, section 5).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    return message


def _spell_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
