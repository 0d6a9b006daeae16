"""The settings of the night, in which nobody is in the store."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.daypart import Daypart
from kiosk.settings.kinds import Seconds


class Hours(Daypart, frozen=True, forbid_unknown_fields=True):
    """A window of the week, whose keys a person writes: one that is misspelt is refused."""


class Night(Struct, frozen=True, forbid_unknown_fields=True):
    """When the glass is dark. A notice is shown all the same."""

    hours: Annotated[
        tuple[Hours, ...],
        Meta(
            title="a list of tables, each with from, until or days or several of them",
            description="When nothing is shown, by the store's own clock, over midnight where it must be, such as"
            " [{from = '20:00', until = '08:00', days = ['mon', 'tue']}, {days = ['sun']}]; none: it is never dark.",
        ),
    ] = ()
    shows: Annotated[
        Literal["nothing", "clock"], Meta(description="What the dark glass shows: all black, or a dim clock.")
    ] = "nothing"
    awake_s: Annotated[
        Seconds, Meta(description="So long it is lit once a shopper who is known came near, or somebody touched it.")
    ] = 60.0
