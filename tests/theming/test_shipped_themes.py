"""Holds the shipped themes to what they promise."""

import pytest
from msgspec.structs import asdict

from kiosk.places import find_shipped
from kiosk.theming.contrast import measure_contrast
from kiosk.theming.option import ChoiceOption
from kiosk.theming.package import Theme, read_theme
from kiosk.theming.pairs import PAIRS, Pair

AAA = 7.0
"""WCAG 2.2, success criterion 1.4.6."""

THEMES = {
    name: read_theme(find_shipped("themes") / name) for name in ("daylight", "market", "salon", "night", "contrast")
}
CONTRAST = THEMES["contrast"]
SIGNALS = {
    signal: read_theme(find_shipped("themes") / "contrast", {"signal": signal})
    for signal in ("signal", "mint", "cyan", "amber")
}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_shipped_theme_brings_the_fonts_that_it_names_or_they_ship_with_the_program(theme: Theme) -> None:
    shipped = {path.name for path in (find_shipped("assets") / "fonts").glob("*.ttf")}
    names = " ".join((*theme.fonts, *shipped))
    families = {theme.tokens.display_family, theme.tokens.text_family, theme.tokens.figures_family}
    assert all(family.replace(" ", "") in names for family in families)


@pytest.mark.parametrize("signal", SIGNALS)
@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.size], ids=lambda pair: f"{pair.part}-{pair.ground}")
def test_high_contrast_sets_all_text_at_the_enhanced_contrast_whatever_is_chosen(pair: Pair, signal: str) -> None:
    tokens = asdict(SIGNALS[signal].tokens)
    assert max(measure_contrast(tokens[ink], tokens[pair.ground]) for ink in pair.inks) >= AAA


def test_in_high_contrast_nothing_moves_but_fades_and_no_stroke_is_thin() -> None:
    tokens = CONTRAST.tokens
    assert tokens.scroll_px_per_s == 0
    assert (tokens.settle_ms, tokens.wash_ms, tokens.tick_ms, tokens.pulse_ms, tokens.zoom_percent_per_s) == (0,) * 5
    assert min(tokens.text_weight, tokens.strong_weight, tokens.display_weight) >= 600


def test_the_night_is_black_wherever_there_is_no_picture() -> None:
    assert THEMES["night"].tokens.ground == "#000000"


def test_only_the_market_says_du() -> None:
    familiar = {name for name, theme in THEMES.items() if " du " in f" {theme.speak('de').standby_line} "}
    assert familiar == {"market"}


def test_each_shipped_theme_lets_a_manager_adjust_something() -> None:
    assert [name for name, theme in THEMES.items() if not theme.options] == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_each_choice_of_a_shipped_theme_has_a_title_in_both_languages(theme: Theme) -> None:
    options = [option for option in theme.options.values() if isinstance(option, ChoiceOption)]
    titles = [option.titles.get(name) for option in options for name in option.choices]
    assert all(title and set(title) == {"de", "en"} for title in titles)


def test_the_market_has_its_bar_and_its_ticker_unless_somebody_turns_them_off() -> None:
    tokens = THEMES["market"].tokens
    assert (tokens.bar, tokens.ticker) == ("top", "top")


@pytest.mark.parametrize("name", ["daylight", "market", "contrast"])
def test_bar_and_ticker_are_turned_on_and_off(name: str) -> None:
    path = find_shipped("themes") / name
    on, off = (read_theme(path, {"bar": is_on, "ticker": is_on}).tokens for is_on in (True, False))

    assert "none" not in {on.bar, on.ticker}
    assert {off.bar, off.ticker} == {"none"}
