import pytest

from kiosk.theming.adjusting import choose_values, object_to_value
from kiosk.theming.finding import Finding
from kiosk.theming.option import (
    BooleanOption,
    Caption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    Option,
    PictureOption,
    TextOption,
)

TITLE: Caption = {"de": "Titel"}
OPTIONS: dict[str, Option] = {
    "accent": ColourOption(title=TITLE, default="#c8532b"),
    "size": NumberOption(title=TITLE, default=100, min=90, max=120),
    "mood": ChoiceOption(title=TITLE, default="calm", choices={"calm": 900, "quick": 400}),
    "greeting": TextOption(title=TITLE, default="Moin", most=8),
    "zoom": BooleanOption(title=TITLE, default=True, on=0.5, off=0),
    "still": PictureOption(title=TITLE, default="still.webp"),
}


def test_without_a_word_every_option_puts_in_its_default() -> None:
    assert choose_values(OPTIONS, {}, []) == {
        "accent": "#c8532b", "size": 100, "mood": 900, "greeting": "Moin", "zoom": 0.5, "still": "still.webp"
    }  # fmt: skip  # one line says it


def test_a_title_belongs_to_one_of_the_choices() -> None:
    titles: dict[str, Caption] = {"calm": {"de": "Ruhig"}, "quik": {"de": "Flott"}}
    mood = ChoiceOption(title=TITLE, default="calm", choices={"calm": 900, "quick": 400}, titles=titles)
    findings: list[Finding] = []
    assert choose_values({"mood": mood}, {}, findings) == {"mood": 900}
    assert findings == [Finding("theme.toml: options.mood.titles.quik", "names no choice; there are calm, quick")]


def test_what_was_given_goes_before_the_default() -> None:
    given = {"mood": "quick", "zoom": False, "size": 120}
    chosen = choose_values(OPTIONS, given, [])
    assert (chosen["mood"], chosen["zoom"], chosen["size"]) == (400, 0, 120)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("accent", "red", "a colour such as #c8532b"),
        ("accent", "#fff\n", "a colour"),
        ("size", 121, "a number from 90 up to 120"),
        ("size", float("nan"), "a number"),
        ("size", True, "a number"),
        ("mood", "loud", "one of calm, quick"),
        ("mood", [], "one of"),
        ("greeting", "Guten Morgen", "a line of 1 to 8 characters"),
        ("greeting", "a\u202eb", "a line"),
        ("zoom", "yes", "true or false"),
        ("still", "/etc/passwd", "the name of a picture"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_by_the_options_name(name: str, value: object, why: str) -> None:
    findings: list[Finding] = []
    choose_values(OPTIONS, {name: value}, findings)
    (finding,) = findings
    assert finding.place == f"theme.toml: options.{name}"
    assert finding.why.startswith(f"the value is not allowed; allowed is {why}")


def test_a_default_that_its_own_range_forbids_is_refused() -> None:
    assert object_to_value(NumberOption(title=TITLE, default=5, min=0, max=4), 5)


def test_a_value_for_no_option_is_refused_with_those_that_there_are() -> None:
    findings: list[Finding] = []
    choose_values({"accent": OPTIONS["accent"]}, {"shade": "#ffffff"}, findings)
    assert findings == [Finding("theme.toml: options.shade", "no such option; there are accent")]
