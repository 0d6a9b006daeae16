"""The settings of a scanner beside the screen that types what it reads."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

_Letters = Annotated[str, Meta(max_length=8, pattern=r"^[!-~]*\Z")]
_PLAIN = "at most 8 letters, digits or signs of ASCII"


class Scanner(Struct, frozen=True, forbid_unknown_fields=True):
    """The scanner: it types like a keyboard, only faster."""

    device: Annotated[
        Literal["none", "keyboard"],
        Meta(description="Whether there is one: `keyboard` for one that types what it reads."),
    ] = "none"
    name: Annotated[
        str,
        Meta(
            max_length=128,
            description="Its name, or a part of it, as /proc/bus/input/devices has it: `kiosk doctor` looks for it.",
        ),
    ] = ""
    prefix: Annotated[
        _Letters, Meta(title=_PLAIN, description="What it types before each code; without that nothing counts.")
    ] = ""
    suffix: Annotated[_Letters, Meta(title=_PLAIN, description="What it types after each code, likewise.")] = ""
    ends_with: Annotated[Literal["enter", "tab"], Meta(description="The key that it presses at the end.")] = "enter"
    gap_ms: Annotated[
        int,
        Meta(ge=5, le=200, description="Its letters follow each other within so many milliseconds, a hand's do not."),
    ] = 50
