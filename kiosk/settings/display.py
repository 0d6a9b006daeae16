"""The settings of the glass: its size, and how it serves people who see, hear, reach or move differently."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.settings.kinds import Text


class Display(Struct, frozen=True, forbid_unknown_fields=True):
    """The glass."""

    fullscreen: Annotated[bool, Meta(description="Fill the display; otherwise a window of `size`.")] = True
    output: Annotated[
        Text | None,
        Meta(
            description="Which of several displays it fills, by its name, such as HDMI-1, or its number;"
            " `kiosk doctor` lists them. None: the first. Each screen is a process with a screen.id and a state.dir of"
            " its own."
        ),
    ] = None
    size: Annotated[
        str,
        Meta(
            pattern=r"^[1-9]\d{2,4}x[1-9]\d{2,4}\Z",
            title="width and height in pixels such as 1920x1080, each of three to five digits",
            description="Window size in pixels where not fullscreen.",
        ),
    ] = "1920x1080"
    rotation: Annotated[
        Literal[0, 90, 180, 270], Meta(description="Turn of the picture, clockwise, for a display hung upright.")
    ] = 0
    distance_m: Annotated[
        float, Meta(ge=0.3, le=20, description="How far away people stand when they read it: type grows with it.")
    ] = 2.0
    diagonal_in: Annotated[
        Annotated[float, Meta(ge=5, le=150)] | None,
        Meta(description="Its diagonal in inches: type grows where it is smaller. None: 43, or 28 of a strip."),
    ] = None
    text_scale: Annotated[
        float, Meta(ge=1, le=1.25, description="Running text and small print so many times as large.")
    ] = 1.0
    reduced_motion: Annotated[bool, Meta(description="Still variants instead of movement.")] = False
    pixel_shift: Annotated[
        bool, Meta(description="Move the whole picture by a pixel each minute, so that nothing burns into the panel.")
    ] = False
    renderer: Annotated[
        Literal["auto", "software", "hardware"],
        Meta(description="`auto` takes the graphics hardware where there is any."),
    ] = "auto"
    touch: Annotated[
        Literal["auto", "on", "off"],
        Meta(description="Whether people can browse by touch and keys; `auto`: where the display can be touched."),
    ] = "auto"
    advisor: Annotated[
        bool,
        Meta(description="Who browses can call somebody of the staff: the hub tells them, another server may not."),
    ] = True
    sound: Annotated[bool, Meta(description="A soft sound when an offer is kept, and when the glass is touched.")] = (
        False
    )
    speech: Annotated[
        Literal["off", "aloud", "headphones"],
        Meta(
            description="Reads the offers to who browses: `aloud` on demand; in `headphones`, which disturb nobody,"
            " from the first touch on."
        ),
    ] = "off"
    volume: Annotated[float, Meta(ge=0, le=1, description="How loud both are, as a share of the system's volume.")] = (
        0.6
    )
