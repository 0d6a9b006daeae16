"""The life of an order that is picked: pure rules of what may become of it, and of each of its lines.

It is placed, picked line by line, lies ready once each line was found, replaced or missed, and is handed over, once: to
her, or to who brings it to her. Until then it can be cancelled, and what is given back of it is of it no more.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from kiosk.hub.models.pickup.pickup import Found, Looked, PickupLine, State
from kiosk.hub.problem import Problem

_NEXT: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        "placed": frozenset({"picking", "cancelled"}),
        "picking": frozenset({"ready", "cancelled"}),
        "ready": frozenset({"handed_over", "cancelled"}),
        "handed_over": frozenset(),
        "cancelled": frozenset(),
    }
)
THERE: frozenset[Found] = frozenset({"picked", "substituted"})
"""Of a line that was found so something lies there."""


class Outcome(Struct, frozen=True):
    """What came of looking for a line; `substitute` is the article that lies there instead."""

    found: Looked
    substitute: str = ""


def advance(state: State, wanted: State, lines: Collection[PickupLine]) -> State:
    """Bring it into this state; told twice, it stays there.

    Raises a 409 `Problem`: `pickup_elsewhere`, it has gone another way; `pickup_unfinished`, a line was not looked for
    yet; `pickup_empty`, nothing of it is there.
    """
    if state == wanted:
        return state
    if wanted not in _NEXT[state]:
        raise Problem(409, "pickup_elsewhere", "The order has gone another way.")
    if wanted == "ready":
        _check_lines(lines)
    return wanted


def note_outcome(state: State, lines: tuple[PickupLine, ...], place: int, outcome: Outcome) -> tuple[PickupLine, ...]:
    """The lines with what came of looking for the one at this place.

    Raises a 409 `Problem` unless the order is being picked and the line is hers still, and a 404 where it has no such
    place.
    """
    if state != "picking":
        raise Problem(409, "pickup_elsewhere", "The order is not being picked now.")
    if not 0 <= place < len(lines):
        raise Problem(404, "not_found", "The order has no such line.")
    if lines[place].found == "returned":
        raise Problem(409, "pickup_elsewhere", "The line was given back meanwhile.")
    line = replace(lines[place], found=outcome.found, substitute=outcome.substitute)
    return (*lines[:place], line, *lines[place + 1 :])


def take_off(line: PickupLine, count: int) -> PickupLine:
    """The line without so many pieces, that were given back; what is missing stays so, for none of it is there."""
    if not count or line.found == "missing":
        return line
    if count < line.count:
        return replace(line, count=line.count - count)
    return replace(line, found="returned", substitute="")


def _check_lines(lines: Collection[PickupLine]) -> None:
    if any(line.found == "open" for line in lines):
        raise Problem(409, "pickup_unfinished", "Some of it was not looked for yet.")
    if not any(line.found in THERE for line in lines):
        raise Problem(409, "pickup_empty", "Nothing of it is there: cancel it.")
