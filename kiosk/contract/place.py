"""What stands at a screen besides what is sold there: it says what somebody does who comes by."""

from typing import Literal, TypeAlias

Place: TypeAlias = Literal["", "door", "exit", "pick_up"]
"""Nothing, a door, a way by which one can only go out, or the desk where orders lie."""
DOOR: Place = "door"
EXIT: Place = "exit"
PICK_UP: Place = "pick_up"
