"""The kinds of value that theme files share; a title says in words what a pattern allows."""

from typing import Annotated, cast

import msgspec
from msgspec import Meta

from kiosk.contract.unseen import UNSEEN

Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}\Z", title="a colour such as #c8532b")]
Name = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9_]{0,31}\Z",
        title="up to 32 small letters, digits and `_`, beginning with a letter",
    ),
]
ColourName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,31}\Z", title="a name of the palette")]
ThemeId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_-]{0,63}\Z",
        title="up to 64 small letters, digits, `-` and `_`, beginning with a letter or digit",
    ),
]
Family = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]{0,63}\Z",
        title="a typeface's name of letters, digits, spaces and `-`",
    ),
]
FileName = Annotated[
    str,
    Meta(
        pattern=rf"^(?!/)[^\\{UNSEEN}]{{1,120}}\Z",
        title="the name of a file in the theme, such as pictures/still.webp",
    ),
]
Release = Annotated[str, Meta(pattern=r"^\d{1,6}(\.\d{1,6}){0,3}\Z", title="a version such as 1.0 or 2.3.1")]
Label = Annotated[
    str, Meta(min_length=1, max_length=80, pattern=rf"^[^{UNSEEN}]*\Z", title="a line of 1 to 80 characters")
]
Milliseconds = Annotated[int, Meta(ge=0, le=2000)]


def fits(value: object, declared: object) -> bool:
    """Whether the value is one of the declared kind, which may be any type."""
    try:
        msgspec.convert(value, cast("type[object]", declared))
    except msgspec.ValidationError:
        return False
    return True
