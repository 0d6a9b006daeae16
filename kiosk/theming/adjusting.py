"""What a manager's values for a theme's options put into the theme. Imported late: few themes have any."""

from collections.abc import Mapping
from typing import cast

from kiosk.theming.document import Table
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding
from kiosk.theming.kinds import Colour, FileName, Label, fits
from kiosk.theming.layers import MANIFEST
from kiosk.theming.option import (
    BooleanOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    Option,
    PictureOption,
    TextOption,
)


def choose_values(options: Mapping[str, Option], given: Mapping[str, object], findings: list[Finding]) -> Table:
    """What each option puts in its place: the value that was given for it, else its default."""
    chosen: Table = {}
    for name, option in options.items():
        value = given.get(name, option.default)
        unfit = object_to_value(option, option.default)
        why = unfit or object_to_value(option, value)
        chosen[name] = None if unfit else _place_value(option, option.default if why else value)
        if why:
            findings.append(Finding(f"{MANIFEST}: options.{name}", why))
        findings += _judge_titles(name, option)
    findings += [
        Finding(f"{MANIFEST}: options.{show_name(name)}", f"no such option; there are {', '.join(options) or 'none'}")
        for name in given
        if name not in options
    ]
    return chosen


def object_to_value(option: Option, value: object) -> str | None:
    """Why an option cannot have this value, or `None`."""
    right, allowed = _judge(option, value)
    return None if right else f"the value is not allowed; allowed is {allowed}"


def _judge_titles(name: str, option: Option) -> list[Finding]:
    """The titles that name none of the choices."""
    if not isinstance(option, ChoiceOption):
        return []
    others = sorted(option.titles.keys() - option.choices.keys())
    why = f"names no choice; there are {', '.join(option.choices)}"
    return [Finding(f"{MANIFEST}: options.{name}.titles.{other}", why) for other in others]


def _judge(option: Option, value: object) -> tuple[bool, str]:
    match option:
        case ColourOption():
            return fits(value, Colour), "a colour such as #c8532b"
        case NumberOption(min=low, max=high):
            return fits(value, float) and low <= cast("float", value) <= high, f"a number from {low:g} up to {high:g}"
        case ChoiceOption(choices=choices):
            return isinstance(value, str) and value in choices, f"one of {', '.join(choices)}"
        case TextOption(most=most):
            return fits(value, Label) and len(cast("str", value)) <= most, f"a line of 1 to {most} characters"
        case BooleanOption():
            return isinstance(value, bool), "true or false"
        case PictureOption():
            return fits(value, FileName), "the name of a picture in the theme"


def _place_value(option: Option, value: object) -> object:
    match option:
        case ChoiceOption(choices=choices):
            return choices[str(value)]
        case BooleanOption(on=on, off=off):
            return on if value else off
        case _:
            return value
