"""The tokens: every colour, size and duration that a scene may use, with all references resolved."""

from msgspec import Struct


class Tokens(Struct, frozen=True):
    """Colours as `#rrggbb`, lengths in pixels of this display, durations in milliseconds.

    `arrangement` and `transition` are of the manifest's; `column` and `foot` are shares of the width and of the height,
    `edge` of the picture, `shade` of the ground's colour. `bar` and `ticker` are edges of the glass, or `none`.
    """

    ink: str
    light_ink: str
    ground: str
    sun: str
    card: str
    code_ink: str
    wash: str
    wash_ink: str
    pulse: str
    hint: str
    hint_ink: str
    plate: str
    figures: str
    band: str
    band_ink: str

    display_family: str
    text_family: str
    figures_family: str
    display_weight: int
    strong_weight: int
    text_weight: int
    leading: float
    tight: float

    headline: float
    title: float
    price: float
    lead: float
    label: float
    legal: float

    margin: float
    step: float
    code: float
    tab: float
    kept: float
    radius: float
    stroke: float

    arrangement: str
    column: float
    foot: float
    edge: float
    shade: float
    bar: str
    ticker: str

    transition: str
    crossfade_ms: int
    settle_ms: int
    wash_ms: int
    tick_ms: int
    pulse_ms: int
    pulse_every_ms: int
    zoom_percent_per_s: float
    scroll_px_per_s: float
