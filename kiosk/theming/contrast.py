"""How far two colours stand apart, and how far text must (WCAG 2.2, level AA)."""

TEXT = 4.5
"""Success criterion 1.4.3, for text of usual size."""

LARGE_TEXT = 3.0
GRAPHIC = 3.0
"""Success criterion 1.4.11: drawings that one must see to understand."""

LARGE_PX = 36.0
LARGE_STRONG_PX = 28.0
"""Type of this size is large: 24 CSS pixels (18 pt), bold 18.66 (14 pt), seen as large as they are meant to be.

CSS pixels are angles: 1/96 inch at 28 inches, 0.0213 degrees (CSS Values and Units 4, 6.2). A pixel of a 43-inch
display of 1920x1080 is 0.496 mm; from 2 m, for which themes are drawn, that is 0.0142 degrees, two thirds of it.
"""

STRONG = 700
"""From this weight on type is bold (CSS Fonts 4, 2.4)."""


LINEAR_UNTIL = 0.04045
"""Below this an sRGB channel grows linearly (IEC 61966-2-1)."""


def measure_contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, from 1 to 21."""
    return compare_luminances(find_luminance(one), find_luminance(other))


def compare_luminances(one: float, other: float) -> float:
    """The contrast ratio of two relative luminances, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((one, other))
    return (lighter + 0.05) / (darker + 0.05)


def is_darker(one: str, other: str) -> bool:
    """Whether the first of two colours `#rrggbb` is the darker one."""
    return find_luminance(one) < find_luminance(other)


def find_luminance(colour: str) -> float:
    """The relative luminance of a colour `#rrggbb`, from 0 to 1."""
    return weigh_light(*(make_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5)))


def weigh_light(red: float, green: float, blue: float) -> float:
    """The relative luminance of linear channels, all from 0 to 1, as WCAG 2.2 defines it."""
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def make_linear(channel: float) -> float:
    """A channel of sRGB, from 0 to 1, as an amount of light."""
    return channel / 12.92 if channel <= LINEAR_UNTIL else ((channel + 0.055) / 1.055) ** 2.4


def need_contrast(size: float, weight: int) -> float:
    """The contrast that text of so many pixels at 1920x1080 needs."""
    large = size >= (LARGE_STRONG_PX if weight >= STRONG else LARGE_PX)
    return LARGE_TEXT if large else TEXT
