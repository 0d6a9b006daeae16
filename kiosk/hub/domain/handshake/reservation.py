"""The life of a reservation: pure rules of what may become of what is put aside or ordered for a member.

What is put aside is reserved until it is collected, or lapses. What is ordered to the store lies ready, and is
collected; what is ordered to her home is sent, once she said where to.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.hub.problem import Problem

Way = Literal["reserve", "store", "home"]
State = Literal["reserved", "ordered", "ready", "collected", "sent", "lapsed"]
WAYS: tuple[Way, ...] = ("reserve", "store", "home")
ADDRESS_LIFE = timedelta(days=1)
"""So long a reservation waits for her to say where it shall be sent."""
_NEXT: Mapping[tuple[Way, State], State] = MappingProxyType(
    {
        ("reserve", "reserved"): "collected",
        ("store", "ordered"): "ready",
        ("store", "ready"): "collected",
        ("home", "ordered"): "sent",
    }
)


class Course(Struct, frozen=True):
    """How a reservation stands: in its state, from which it lapses at `due_at` (`None`: never)."""

    way: Way
    state: State
    due_at: datetime | None = None


def place(way: Way, now: datetime, until: datetime | None) -> Course:
    """A new one; `until` is how long it is put aside. Raises a 422 `Problem` for what would be over at once."""
    if way == "reserve":
        if until is None or until <= now:
            raise Problem(422, "order_too_short", "Say until when it is put aside.")
        return Course(way, "reserved", until)
    return Course(way, "ordered", now + ADDRESS_LIFE if way == "home" else None)


def settle(course: Course) -> Course:
    """She said where it shall be sent: it waits no more for that."""
    return replace(course, due_at=None) if course.way == "home" and course.state == "ordered" else course


def age(course: Course, now: datetime) -> Course:
    """What time made of it."""
    is_waiting = course.state in ("reserved", "ordered")
    is_over = is_waiting and course.due_at is not None and now >= course.due_at
    return replace(course, state="lapsed") if is_over else course


def find_next(course: Course) -> State | None:
    """What the staff can make of it next; `None`: nothing, or she did not say yet where it shall be sent."""
    if course.way == "home" and course.due_at is not None:
        return None
    return _NEXT.get((course.way, course.state))


def advance(course: Course, state: str) -> Course:
    """Bring it into its next state; it may be told twice. A 409 `Problem`: it has another one next."""
    if course.state == state:
        return course
    following = find_next(course)
    if following is None or following != state:
        raise Problem(409, "order_elsewhere", "The order has gone another way.")
    return replace(course, state=following)
