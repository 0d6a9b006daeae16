"""Everything that `kiosk theme check` looks at: what the screen refuses, and what would show only later.

Imported late: it loads Pillow and fontTools, which is an extra.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from kiosk.theming.bundle import Bundle
from kiosk.theming.file_names import PICTURES, find_suffix
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.layers import FindBundle
from kiosk.theming.option import BooleanOption, ChoiceOption, NumberOption, Option
from kiosk.theming.package import Theme, compose_theme
from kiosk.theming.typefaces import judge_typefaces


def examine_bundle(
    bundle: Bundle, given: Mapping[str, object], find_base: FindBundle, findings: list[Finding]
) -> Theme:
    """The theme, once all of it was looked at. Raises `ThemeRefused` with all that was found."""
    theme = compose_theme(bundle, given, find_base, findings)
    found = [*judge_typefaces(theme), *_judge_pictures(bundle), *_try_options(theme, bundle, given, find_base)]
    if found:
        raise ThemeRefused(bundle.name, found)
    return theme


def _judge_pictures(bundle: Bundle) -> Iterator[Finding]:
    for name, content in bundle.files.items():
        if find_suffix(name) in PICTURES:
            try:
                with Image.open(BytesIO(content)) as picture:
                    picture.load()
            except (OSError, ValueError, SyntaxError):
                yield Finding(name, "is a picture that is damaged")


def _try_options(theme: Theme, bundle: Bundle, given: Mapping[str, object], find_base: FindBundle) -> Iterator[Finding]:
    """What goes wrong with the values at the ends of an option's range, one option at a time."""
    for name, option in theme.options.items():
        for value in _list_extremes(option):
            try:
                compose_theme(bundle, {**given, name: value}, find_base, [])
            except ThemeRefused as refused:
                for finding in refused.findings:
                    yield replace(finding, why=f"with the option {name} at {value}: {finding.why}")


def _list_extremes(option: Option) -> tuple[object, ...]:
    match option:
        case NumberOption(min=low, max=high):
            return low, high
        case ChoiceOption(choices=choices):
            return tuple(choices)
        case BooleanOption():
            return True, False
        case _:
            return ()
