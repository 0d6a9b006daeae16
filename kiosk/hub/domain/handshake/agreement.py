"""The life of a handshake: pure rules of who may see what of a member, and until when.

Her phone shows a code; one of the staff takes it, and so asks; she confirms what she shares, and it ends: by her, by
the staff, or by itself. Each act may come twice, late or out of order: it never lets anybody see more, nor for longer.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.hub.problem import Problem

State = Literal["shown", "asked", "confirmed", "ended", "expired"]
Share = Literal["kept", "wishes", "conversation"]
SHARES: tuple[Share, ...] = ("kept", "wishes", "conversation")
"""What she may share: the offers that she kept, her wish list with her sizes, and her conversation."""
CODE_LIFE = ANSWER_LIFE = timedelta(minutes=2)
"""So long a code waits to be taken, and so long a question waits for her answer."""


class Agreement(Struct, frozen=True):
    """A handshake in its state until `due_at`: after that it is expired. `clerk` is who asked, by a key."""

    state: State
    due_at: datetime
    clerk: str | None = None
    shares: tuple[Share, ...] = ()


def show(now: datetime) -> Agreement:
    """A new one: her phone shows a code."""
    return Agreement("shown", now + CODE_LIFE)


def age(agreement: Agreement, now: datetime) -> Agreement:
    """What time made of it."""
    is_over = agreement.state != "ended" and now >= agreement.due_at
    return replace(agreement, state="expired") if is_over else agreement


def ask(agreement: Agreement, clerk: str, now: datetime) -> Agreement:
    """Ask her. A 404 `Problem`: it is over, as if it had never been; a 409 one: another was quicker."""
    match agreement.state:
        case "shown":
            return replace(agreement, state="asked", clerk=clerk, due_at=now + ANSWER_LIFE)
        case "asked" | "confirmed":
            if agreement.clerk == clerk:
                return agreement
            raise Problem(409, "handshake_taken", "Somebody else of the staff took this code first.")
        case "ended" | "expired":
            raise Problem(404, "handshake_unknown", "There is no such code now.")


def confirm(agreement: Agreement, shares: Iterable[str], now: datetime, length: timedelta) -> Agreement:
    """Let who asked see these parts, of `SHARES`, for so long. A 410 `Problem`: there is nothing to confirm any more.

    Confirmed again it stays as it was: neither longer, nor with more.
    """
    if agreement.state == "confirmed":
        return agreement
    if agreement.state != "asked":
        raise Problem(410, "handshake_over", "Nobody asks now.")
    shared = tuple(one for one in SHARES if one in shares)
    return replace(agreement, state="confirmed", shares=shared, due_at=now + length)


def end(agreement: Agreement, now: datetime) -> Agreement:
    """Let nobody see anything from now on."""
    is_open = agreement.state in ("shown", "asked", "confirmed")
    return replace(agreement, state="ended", due_at=now) if is_open else agreement
