"""What a measured program says on its output, one line each. Light to import: it counts in the time of a start."""

import sys

import msgspec
from msgspec import Struct


class Said(Struct, frozen=True):
    """One line of a side: what happened, to which offer, and the monotonic times that belong to it, in seconds.

    `what` is `shown`, `tap`, `put` (a card into the field), `begun` or `sent`; `since` is when the side heard or felt
    what caused it, `at` when it was done: for a scene the swap of its first frame. `count` counts what `sent` says;
    `near` and `left` say in which `zone`.
    """

    what: str
    at: float
    since: float = 0.0
    offer: str | None = None
    reason: str | None = None
    count: int = 0
    zone: str | None = None


def say(said: Said) -> None:
    """Tell the bench, from within a side."""
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    sys.stdout.buffer.flush()
