"""The kinds of value that settings share."""

from typing import Annotated

from msgspec import Meta

Name = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z",
        title="up to 64 letters, digits, `-`, `_` and `.`, beginning with a letter or digit",
    ),
]
Text = Annotated[str, Meta(min_length=1, max_length=128)]
Seconds = Annotated[float, Meta(ge=0, le=3600)]
