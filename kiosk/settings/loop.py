"""The settings of the loop that a manager fills."""

from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct


class Loop(Struct, frozen=True, forbid_unknown_fields=True):
    """What plays while nobody is near, beside what the catalogue says."""

    folder: Annotated[
        Path | None,
        Meta(description="Folder of pictures and videos that play by their names; `kiosk loop check` says which."),
    ] = None
    replaces: Annotated[
        bool, Meta(description="The folder takes the place of the catalogue's loop; otherwise it follows it.")
    ] = False
    media_mb: Annotated[
        int, Meta(ge=16, le=65536, description="Room on disk for copies of the folder's files, in 10^6 bytes.")
    ] = 512
    sound: Annotated[bool, Meta(description="Videos are heard; otherwise they are silent.")] = False
