"""The form by which a manager adjusts a theme, drawn from what the theme declares."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.datastructures import FormData, QueryParams

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.words import Words
from kiosk.hub.themes.shelf import Clash, Finding, ShelfTheme, ThemeOption, Value

PREFIX = "option_"
"""Before each option's name, that none of them can be taken for another field of the form."""
_PLACE = "theme.toml: options."
_YES = "on"
_LONGEST = 200


class OptionField(Struct, frozen=True):
    """One field; `text` is its value as a form has it, `is_on` that of a choice between yes and no."""

    name: str
    type: str
    label: str
    hint: str
    text: str
    is_on: bool
    choices: tuple[tuple[str, str], ...]
    option: ThemeOption


def read_values(theme: ShelfTheme, form: FormData | QueryParams) -> dict[str, Value]:
    """The values as they are typed; what is no number stays text, and is refused by the theme itself."""
    return {name: _read(option, form.get(f"{PREFIX}{name}")) for name, option in theme.options.items()}


def choose_values(theme: ShelfTheme, kept: Mapping[str, Value]) -> dict[str, Value]:
    """What was published last, as far as the theme still knows it, else its own."""
    return {name: kept.get(name, option.default) for name, option in theme.options.items()}


def list_fields(theme: ShelfTheme, values: Mapping[str, Value], language: str) -> list[OptionField]:
    """The form's fields."""
    return [
        OptionField(
            name=f"{PREFIX}{name}",
            type=option.type,
            label=choose_phrase(option.title, language),
            hint=choose_phrase(option.hint, language) if option.hint else "",
            text=_type(values[name]),
            is_on=values[name] is True,
            choices=tuple((one, _name_choice(option, one, language)) for one in option.choices),
            option=option,
        )
        for name, option in theme.options.items()
    ]


def list_query(values: Mapping[str, Value]) -> list[tuple[str, str]]:
    """The values as an address carries them."""
    return [(f"{PREFIX}{name}", _type(value)) for name, value in values.items()]


def sort_findings(findings: Sequence[Finding], words: Words) -> tuple[dict[str, str], list[str]]:
    """What is wrong in plain words: by field, and with colours that stand on one another; each once."""
    by_field = {
        PREFIX + finding.place.removeprefix(_PLACE): words["themes"]["unfit"]
        for finding in findings
        if finding.place.startswith(_PLACE)
    }
    others = [_tell(finding, words) for finding in findings if not finding.place.startswith(_PLACE)]
    return by_field, list(dict.fromkeys(others))


def _name_choice(option: ThemeOption, choice: str, language: str) -> str:
    """What the theme calls it, else its bare name."""
    titles = option.titles.get(choice)
    return choose_phrase(titles, language) if titles else choice


def _read(option: ThemeOption, typed: object) -> Value:
    text = typed.strip()[:_LONGEST] if isinstance(typed, str) else ""
    if option.type == "boolean":
        return text == _YES
    if option.type == "number":
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return text
    return text


def _type(value: Value) -> str:
    if isinstance(value, bool):
        return _YES if value else ""
    return value if isinstance(value, str) else f"{value:g}"


def _tell(finding: Finding, words: Words) -> str:
    return _tell_clash(finding.clash, words) if finding.clash else words["themes"]["broken"].format(why=finding.why)


def _tell_clash(clash: Clash, words: Words) -> str:
    phrases, comma = words["clashes"], words["page"]["comma"]
    what = phrases.get(f"{clash.ink}_{clash.ground}", phrases["other"])
    contrast, needed = (f"{ratio:.1f}".replace(".", comma) for ratio in (clash.contrast, clash.needed))
    return phrases["clash"].format(what=what, contrast=contrast, needed=needed)
