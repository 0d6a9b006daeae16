"""Passwords as they are kept: by Argon2id, slow to try out and never readable again."""

from functools import cache
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 1000

# argon2-cffi's defaults are the second choice of RFC 9106, section 4: 64 MiB and three passes.
_HASHER = PasswordHasher()
_AT_ONCE = Semaphore(2)
"""Each try takes 64 MiB and a core for a moment: a crowd that guesses must not take the hub's."""


def hash_password(password: str) -> str:
    """The password as it is kept, with its salt and the hash's own parameters."""
    return _HASHER.hash(password)


def is_password(password_hash: str | None, password: str) -> bool:
    """Whether it is the password; where nobody has that name (`None`), the answer takes as long.

    One that is longer than any may be is nobody's, and not even looked at.
    """
    if len(password) > LONGEST:
        return False
    with _AT_ONCE:
        try:
            _HASHER.verify(password_hash or _hash_nobody(), password)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


@cache
def _hash_nobody() -> str:
    return _HASHER.hash("nobody has this password")
