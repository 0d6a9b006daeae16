"""The text of a mail, in whichever parts and letters it came."""

from email.message import Message
from itertools import islice

from msgspec import Struct

from kiosk.hub.replies.answer import find_answer
from kiosk.hub.replies.html_text import read_html

_MOST_PARTS = 100
_FOR_HOSTS = frozenset({"punycode", "idna"})
"""Python's encodings for the names of hosts: no mail is written in these, and reading long ones takes seconds."""


class Body(Struct, frozen=True):
    """What was written, and whether files hang on it."""

    text: str
    has_files: bool


def read_body(message: Message) -> Body:
    """The first plain text that says something, else the first HTML that does."""
    parts = [part for part in islice(message.walk(), _MOST_PARTS) if not part.is_multipart()]
    texts = [part for part in parts if not _is_file(part)]
    plain = (find_answer(_decode(part)) for part in texts if part.get_content_type() == "text/plain")
    html = (find_answer(read_html(_decode(part))) for part in texts if part.get_content_type() == "text/html")
    text = next(filter(None, plain), "") or next(filter(None, html), "")
    return Body(text, has_files=any(map(_is_file, parts)))


def _is_file(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() != "text" and part.get_content_disposition() != "inline"


def _decode(part: Message) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return raw.decode("utf-8" if charset in _FOR_HOSTS else charset, "replace")
    except (LookupError, UnicodeError):  # an encoding that is none, or that has no text
        return raw.decode("utf-8", "replace")
