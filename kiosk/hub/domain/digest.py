"""What the hub keeps in place of a text that it only needs to recognise."""

import hashlib
import re

_HASH = re.compile(r"[0-9a-f]{64}")


def digest(text: str) -> str:
    """SHA-256 of the text, as hex: tokens are random, so they need no salt and no slow hash."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_hash(text: str) -> bool:
    """Whether this is 64 lower-case hex digits."""
    return _HASH.fullmatch(text) is not None
