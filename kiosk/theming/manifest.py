"""What a theme's `theme.toml` may say: each key declared once, with its range."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.theming.kinds import Colour, ColourName, Family, FileName, Label, Milliseconds, Name, Release, ThemeId

THEME_API = 1
"""Counts up when a key that themes use changes its meaning or goes; keys that are added leave it as it is."""

Arrangement = Literal["left", "right", "centred", "poster"]
Transition = Literal["cut", "crossfade", "slide"]
Edge = Literal["none", "top", "bottom"]


class Meaning(Struct, frozen=True, forbid_unknown_fields=True):
    """What each colour is for; every value is a name of the palette."""

    ink: Annotated[ColourName, Meta(description="Text on light pictures and on cards.")]
    light_ink: Annotated[ColourName, Meta(description="Text on dark pictures.")]
    ground: Annotated[ColourName, Meta(description="The brand's still, where there is no picture.")]
    sun: Annotated[ColourName, Meta(description="The disc on the brand's still.")]
    card: Annotated[ColourName, Meta(description="Cards: QR code, kept offer.")]
    code_ink: Annotated[ColourName, Meta(description="The modules of a QR code; dark, on the card's colour.")]
    wash: Annotated[ColourName, Meta(description="The wash of colour at the moment of keeping.")]
    wash_ink: Annotated[ColourName, Meta(description="Text and tick on the wash.")]
    pulse: Annotated[ColourName, Meta(description="The waves of the tap hint.")]
    hint: Annotated[ColourName, Meta(description="The tap hint, and the strip with a sentence that helps.")]
    hint_ink: Annotated[ColourName, Meta(description="Card and words on them.")]
    plate: Annotated[ColourName, Meta(description="What the price stands on; the ground's own colour: no plate.")]
    figures: Annotated[ColourName, Meta(description="The price on its plate, or on the ground beside a picture.")]
    band: Annotated[ColourName | None, Meta(description="The bar and the ticker; without one the hint's colour.")] = (
        None
    )
    band_ink: Annotated[ColourName | None, Meta(description="Text on them; without one that of the hint.")] = None


class Type(Struct, frozen=True, forbid_unknown_fields=True):
    """Typefaces and sizes, in pixels at 1920x1080 seen from 2 m.

    The families are those that ship with the program, or files in the theme's own `fonts` folder.
    """

    display_family: Family
    text_family: Family
    figures_family: Family
    headline: Annotated[float, Meta(ge=72, le=160)]
    title: Annotated[float, Meta(ge=48, le=120)]
    price: Annotated[float, Meta(ge=96, le=240)]
    lead: Annotated[float, Meta(ge=34, le=72)]
    label: Annotated[float, Meta(ge=28, le=60)]
    legal: Annotated[float, Meta(ge=24, le=40)]
    display_weight: Annotated[int, Meta(ge=100, le=900)]
    strong_weight: Annotated[int, Meta(ge=100, le=900)]
    text_weight: Annotated[int, Meta(ge=100, le=900)]
    leading: Annotated[float, Meta(ge=1, le=1.8, description="Line height of text.")]
    tight: Annotated[float, Meta(ge=0.8, le=1.4, description="Line height of headlines.")]


class Spacing(Struct, frozen=True, forbid_unknown_fields=True):
    """Distances and shapes, in pixels at 1920x1080 seen from 2 m."""

    margin: Annotated[float, Meta(ge=48, le=200)]
    step: Annotated[float, Meta(ge=4, le=16, description="The grid: all small gaps are multiples of it.")]
    code: Annotated[float, Meta(ge=320, le=640, description="Least side of a QR code with its quiet zone.")]
    tab: Annotated[float, Meta(ge=120, le=320, description="Width of the tap hint at a side.")]
    kept: Annotated[float, Meta(ge=320, le=960, description="Side of the kept picture.")]
    radius: Annotated[float, Meta(ge=0, le=64, description="Roundness of cards.")]
    stroke: Annotated[float, Meta(ge=2, le=12, description="The one weight of drawn lines.")]


class Motion(Struct, frozen=True, forbid_unknown_fields=True):
    """How things move: durations in milliseconds, and the slow zoom."""

    crossfade_ms: Annotated[Milliseconds, Meta(description="From one picture of the loop to the next.")]
    settle_ms: Annotated[Milliseconds, Meta(description="Things that move to their place.")]
    wash_ms: Annotated[Milliseconds, Meta(description="The wash of colour across the glass.")]
    tick_ms: Annotated[Milliseconds, Meta(description="The tick that draws itself.")]
    pulse_ms: Annotated[Milliseconds, Meta(description="One pulse of the tap hint.")]
    pulse_every_ms: Annotated[int, Meta(ge=2000, le=60000, description="From one pulse to the next.")]
    zoom_percent_per_s: Annotated[float, Meta(ge=0, le=2, description="Slow zoom of the loop; graphics hardware only.")]
    transition: Annotated[
        Transition, Meta(description="How a picture of the loop comes: at once, faded in, or from the right.")
    ] = "crossfade"
    scroll_px_per_s: Annotated[
        float, Meta(ge=0, le=160, description="How fast the ticker's texts pass; 0: they stand still, one by one.")
    ] = 60.0


class Layout(Struct, frozen=True, forbid_unknown_fields=True):
    """Where things stand; figures are shares of the glass."""

    arrangement: Annotated[
        Arrangement,
        Meta(description="Where the words stand; but for `left` they stand on the ground, beside a framed picture."),
    ]
    column: Annotated[float, Meta(ge=0.3, le=0.6, description="Landscape: the text's share of the width.")]
    foot: Annotated[float, Meta(ge=0.25, le=0.6, description="Portrait: the text's share of the height.")]
    edge: Annotated[
        float, Meta(ge=0, le=1, description="How much of a framed picture runs out into the ground; 0: a clear edge.")
    ] = 0.0
    shade: Annotated[float, Meta(ge=0, le=0.7, description="How much of the ground lies over each picture.")] = 0.0
    bar: Annotated[Edge, Meta(description="Where the store's name and the time of day stand.")] = "none"
    ticker: Annotated[Edge, Meta(description="Where the ticker's texts pass; at the bar's edge both share a band.")] = (
        "none"
    )


class Pictures(Struct, frozen=True, forbid_unknown_fields=True):
    """Pictures that the theme brings along, by their file names in it."""

    still: Annotated[
        FileName | None, Meta(description="The brand's still in landscape; without one a disc on the ground is drawn.")
    ] = None
    still_portrait: Annotated[FileName | None, Meta(description="The brand's still in portrait.")] = None


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `theme.toml` but its options, once what it `extends` and their values are put in."""

    id: Annotated[ThemeId, Meta(description="The theme's name on the shelf: that of its folder or .zip.")]
    title: Annotated[Label, Meta(description="The name that people read.")]
    author: Annotated[Label, Meta(description="Who made it.")]
    licence: Annotated[Label, Meta(description="Under which licence it may be used, such as CC0-1.0.")]
    version: Annotated[Release, Meta(description="Its own version.")]
    theme_api: Annotated[Literal[1], Meta(description="The version of this format.")]
    palette: Annotated[dict[Name, Colour], Meta(max_length=64, description="Colours by name.")]
    meaning: Meaning
    type: Type
    space: Spacing
    motion: Motion
    layout: Layout
    pictures: Pictures = Pictures()
    extends: Annotated[ThemeId | None, Meta(description="A theme on the shelf that says what this one does not.")] = (
        None
    )
    preview: Annotated[FileName | None, Meta(description="A picture of it, for those who choose.")] = None
