"""What a theme lets a manager adjust: its declared options, and whether a given value is one of theirs."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

from kiosk.theming.kinds import Colour, FileName, Label, Name

# A plain line as well as a table would be kinder, but msgspec 0.22 corrupts memory where a type may be either a text
# with a pattern or a dict.
Caption = Annotated[
    dict[Literal["de", "en"], Label], Meta(title='a line by language, such as { de = "Akzent", en = "Accent" }')
]
Figure = Annotated[float, Meta(ge=-10_000, le=10_000)]


class _Option(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", kw_only=True):
    """What a form says of every option."""

    title: Annotated[Caption, Meta(min_length=1)]
    hint: Caption = field(default_factory=dict[Literal["de", "en"], Label])


class ColourOption(_Option, tag="colour", frozen=True, kw_only=True):
    """A colour, `#rrggbb`."""

    default: Colour


class NumberOption(_Option, tag="number", frozen=True, kw_only=True):
    """A number from `min` to `max`, in steps of `step` in the form."""

    default: Figure
    min: Figure
    max: Figure
    step: Annotated[float, Meta(gt=0, le=1000)] = 1


class ChoiceOption(_Option, tag="choice", frozen=True, kw_only=True):
    """One of several: by name, what it puts in its place; `titles` are what a form calls them, else their names."""

    default: Name
    choices: Annotated[dict[Name, str | float], Meta(min_length=2, max_length=16)]
    titles: Annotated[dict[Name, Caption], Meta(max_length=16)] = field(default_factory=dict[Name, Caption])


class TextOption(_Option, tag="text", frozen=True, kw_only=True):
    """A line of text of at most so many characters."""

    default: Label
    most: Annotated[int, Meta(ge=1, le=80)] = 80


class BooleanOption(_Option, tag="boolean", frozen=True, kw_only=True):
    """Yes or no, and what each of the two puts in its place."""

    default: bool
    on: str | float
    off: str | float


class PictureOption(_Option, tag="picture", frozen=True, kw_only=True):
    """One of the theme's own pictures, by its file name."""

    default: FileName


Option: TypeAlias = ColourOption | NumberOption | ChoiceOption | TextOption | BooleanOption | PictureOption


class Options(Struct, frozen=True):
    """The one part of `theme.toml` that is read before all others, which take values from it."""

    options: Annotated[dict[Name, Option], Meta(max_length=32, description="What a manager may adjust.")] = field(
        default_factory=dict[Name, Option]
    )
