"""The short code by which a kept offer is bought: shown on the phone, said and typed at the till."""

import hashlib
import re
from base64 import b32encode

_BYTES = 5
_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_LOOKALIKES = str.maketrans("ILO", "110")


def make_code(secret: str) -> str:
    """A code that follows from a text that nobody can guess.

    It has eight letters and digits of Crockford's Base 32 (https://www.crockford.com/base32.html), which has none that
    are mistaken for each other: 40 bits, so that of a million codes none can be hit by trying.
    """
    chance = hashlib.sha256(secret.encode()).digest()[:_BYTES]
    return b32encode(chance).decode().translate(_CROCKFORD)


def format_code(code: str) -> str:
    """The code as it is read aloud: `K7Q4 2MFX`."""
    return f"{code[:4]} {code[4:]}"


def read_code(text: str) -> str:
    """The code that somebody typed: in small letters, without its gap, with O for 0."""
    return re.sub(r"[\s-]", "", text).upper().translate(_LOOKALIKES)
