"""What the buttons of a basket's page say, and what that changes.

They say `more:LINE:-1`, `count:LINE:0`, `way:LINE:home`, `unit:points:yes`, `accept:SHOWN` or `confirm:SHOWN`.
"""

import msgspec

from kiosk.hub.domain.basket.change import Accept, AddPiece, Change, Confirm, SetCount, SetWay, UseUnit
from kiosk.hub.problem import Problem

_ACCEPT, _CONFIRM = "accept:", "confirm:"


def name_accept(shown: str) -> str:
    """The button that agrees to the prices that were shown."""
    return _ACCEPT + shown


def name_confirm(shown: str) -> str:
    """The button that says that all that was shown is hers, at these prices."""
    return _CONFIRM + shown


def name_count(line_id: str, count: int) -> str:
    """The button that makes it so many."""
    return f"count:{line_id}:{count}"


def name_more(line_id: str, by: int) -> str:
    """The button that makes it one more, or one less."""
    return f"more:{line_id}:{by}"


def name_way(line_id: str, way: str) -> str:
    """The button that has it come so."""
    return f"way:{line_id}:{way}"


def name_unit(unit: str, *, is_used: bool) -> str:
    """The button that pays with this unit, too, or does not."""
    return f"unit:{unit}:{'yes' if is_used else 'no'}"


def read_button(said: str) -> Change:
    """What it changes; a 400 `Problem` for what no button says."""
    if said.startswith(_ACCEPT):
        return Accept(said.removeprefix(_ACCEPT))
    if said.startswith(_CONFIRM):
        return Confirm(said.removeprefix(_CONFIRM))
    kind, _, rest = said.partition(":")
    line_id, _, value = rest.rpartition(":")
    try:
        if kind == "count":
            return msgspec.convert({"line": line_id, "count": value}, SetCount, strict=False)
        if kind == "more":
            return msgspec.convert({"line": line_id, "by": value}, AddPiece, strict=False)
        if kind == "unit" and value in ("yes", "no"):
            return msgspec.convert({"unit": line_id, "is_used": value == "yes"}, UseUnit)
        return msgspec.convert({"line": line_id, "way": value if kind == "way" else None}, SetWay)
    except msgspec.ValidationError:
        raise Problem(400, "malformed", "No button of the page says so.") from None
