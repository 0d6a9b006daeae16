"""A mail that came in, as far as the hub reads it."""

import hashlib
import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses

from msgspec import Struct
from typing_extensions import override

from kiosk.hub.mail.letter import read_address
from kiosk.hub.replies.body import read_body
from kiosk.hub.replies.robot import is_robot

MOST_BYTES = 256 * 1024
_LONGEST_SUBJECT = 200
_MOST_NAMES = 50
_NAMED = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_LONGEST_HEADER = 8000
"""Letters of a header that are read: what the library does with them may take the square of their number."""
_MOST_BOUNDARIES = 30
"""Each line is compared with the boundaries of all parts that it stands in."""
_BOUNDARY = re.compile(rb"boundary\s*[*=]", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,200})>")


class _Short(Compat32):
    """As the library reads headers, up to a length."""

    @override
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_SHORT = _Short()


class Unreadable(Exception):
    """This is no mail, or one that says of nobody in particular that she sent it."""


class Arrival(Struct, frozen=True):
    """A mail: `recipients` are the addresses that it names, and `answers` the mails that it answers, by Message-ID.

    `id_hash` is the same for a mail that comes again. `results` are its `Authentication-Results`, the topmost first.
    """

    id_hash: str
    sender: str
    subject: str
    recipients: tuple[str, ...]
    answers: tuple[str, ...]
    results: tuple[str, ...]
    is_automatic: bool = False
    text: str = ""
    has_files: bool = False

    @override
    def __repr__(self) -> str:
        """Without who wrote what."""
        return "Arrival(...)"


def read_arrival(raw: bytes) -> Arrival:
    """The mail of these bytes, of which no more than `MOST_BYTES` are looked at. Raises `Unreadable`."""
    if len(_BOUNDARY.findall(raw[:MOST_BYTES])) > _MOST_BOUNDARIES:
        raise Unreadable
    try:
        return _read(raw)
    except (RecursionError, HeaderParseError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable from error  # the library stumbles on hostile headers in many ways


def _read(raw: bytes) -> Arrival:
    message = message_from_bytes(raw[:MOST_BYTES], policy=_SHORT)
    sender = _read_sender(message)
    body = read_body(message)
    return Arrival(
        id_hash=hash_arrival(raw),
        sender=sender,
        subject=_read_subject(message),
        recipients=_list_addresses(message, _NAMED),
        answers=tuple(_MESSAGE_ID.findall(" ".join(_list_texts(message, ("In-Reply-To", "References"))))[:_MOST_NAMES]),
        results=tuple(_list_texts(message, ("Authentication-Results",))[:_MOST_NAMES]),
        is_automatic=is_robot(message, sender),
        text=body.text,
        has_files=body.has_files or len(raw) > MOST_BYTES,
    )


def hash_arrival(raw: bytes) -> str:
    """By its Message-ID, else by all that it says."""
    head = raw[:MOST_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = re.search(rb"^message-id:\s*<([^<>\s]{1,200})>", head, re.IGNORECASE | re.MULTILINE)
    return hashlib.sha256(found[1] if found else raw).hexdigest()


def _read_sender(message: Message) -> str:
    senders = _list_addresses(message, ("From",))
    if len(senders) != 1 or len(message.get_all("From", [])) != 1:
        raise Unreadable
    return senders[0]


def _list_addresses(message: Message, names: tuple[str, ...]) -> tuple[str, ...]:
    found = getaddresses(_list_texts(message, names)[:_MOST_NAMES])
    addresses = (read_address(address) for _, address in found[:_MOST_NAMES])
    return tuple(address for address in addresses if address)


def _list_texts(message: Message, names: tuple[str, ...]) -> list[str]:
    return [str(value) for name in names for value in message.get_all(name, [])]


def _read_subject(message: Message) -> str:
    subject = str(message.get("Subject", ""))
    with suppress(HeaderParseError, LookupError, ValueError):  # it is shown as it came then
        subject = str(make_header(decode_header(subject)))
    return "".join(letter for letter in subject if letter.isprintable())[:_LONGEST_SUBJECT]
