"""What a screen and the loyalty API say to each other until the screen is let in (like RFC 8628)."""

import secrets
from typing import Annotated

from msgspec import Meta, Struct

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no code is a word, and nothing that is read for a figure (RFC 8628, section 6.1)."""
LETTERS_SHOWN = 8
_SECRET_BYTES = 32


class Pass(Struct, frozen=True):
    """A code that all may read, and the secret that only who made it up can show."""

    code: str
    secret: str

    def __repr__(self) -> str:
        """Without the secret."""
        return f"Pass({self.code})"


class Waiting(Struct, frozen=True):
    """Nobody approved the code yet: where that is done, for how many more seconds it holds, and when to ask again."""

    approve_at: Annotated[str, Meta(max_length=256)] = ""
    expires_in: Annotated[float, Meta(ge=1, le=86400)] = 900.0
    again_after: float | None = None


class Admission(Struct, frozen=True):
    """The screen is in: its token, and who it is to the loyalty system."""

    token: str
    store: str
    screen: str
    zones: tuple[str, ...]

    def __repr__(self) -> str:
        """Without the token."""
        return f"Admission({self.screen} of {self.store})"


class PassSpent(Exception):
    """This code is another screen's, or was used: only a new one can be approved."""


class Standing(Struct, frozen=True):
    """How it stands: `code` is empty until the API knows it; `trouble`: why it cannot be asked now, as `ApiFailed`."""

    code: str = ""
    approve_at: str = ""
    trouble: str | None = None
    is_in: bool = False


def mint_pass() -> Pass:
    """A code and a secret that nobody has, and nobody can guess."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LETTERS_SHOWN))
    return Pass(f"{letters[:4]}-{letters[4:]}", secrets.token_urlsafe(_SECRET_BYTES))
