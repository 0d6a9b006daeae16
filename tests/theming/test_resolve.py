from math import hypot

import msgspec
import pytest
from msgspec.structs import asdict, replace

from kiosk.theming.manifest import Manifest, Pictures
from kiosk.theming.resolve import (
    LENGTHS,
    RUNNING,
    enlarge_text,
    judge_references,
    resolve_tokens,
    scale_tokens,
    still_tokens,
)
from tests.doubles.themes import read_daylight

MANIFEST = msgspec.convert(read_daylight(), Manifest)


def test_a_meaning_becomes_the_colour_that_the_palette_gives_its_name() -> None:
    assert resolve_tokens(MANIFEST).wash == MANIFEST.palette["sun"]


def test_what_the_shipped_theme_names_is_there() -> None:
    assert judge_references(MANIFEST, "daylight", ()) == []


def test_bar_and_ticker_have_the_hints_colours_where_the_theme_gives_them_none_of_their_own() -> None:
    plain, own = (
        resolve_tokens(replace(MANIFEST, meaning=replace(MANIFEST.meaning, band=band, band_ink=None)))
        for band in (None, "sun")
    )
    assert (plain.band, plain.band_ink) == (plain.hint, plain.hint_ink)
    assert own.band == MANIFEST.palette["sun"]


def test_a_meaning_without_a_colour_is_named_by_its_key() -> None:
    palette = {name: colour for name, colour in MANIFEST.palette.items() if name != "ember"}
    (found,) = judge_references(replace(MANIFEST, palette=palette), "daylight", ())
    assert found.place == "theme.toml: meaning.pulse"


@pytest.mark.parametrize("file", ["gone.png", "theme.toml"])
def test_a_picture_that_is_none_of_the_theme_is_named_by_its_key(file: str) -> None:
    named = replace(MANIFEST, preview=file, pictures=Pictures(still=file))
    found = judge_references(named, "daylight", ("theme.toml",))
    assert [one.place for one in found] == ["theme.toml: pictures.still", "theme.toml: preview"]


def test_a_theme_under_another_name_is_told_its_own() -> None:
    (found,) = judge_references(MANIFEST, "dusk", ())
    assert str(found).startswith("theme.toml: id: must be dusk")


def test_at_its_own_size_a_theme_stays_as_it_was_drawn() -> None:
    tokens = resolve_tokens(MANIFEST)
    assert scale_tokens(tokens, 1920, 1080, 2.0) == tokens
    assert scale_tokens(tokens, 1080, 1920, 2.0) == tokens


def test_a_display_of_twice_the_pixels_doubles_every_length_and_nothing_else() -> None:
    tokens = resolve_tokens(MANIFEST)
    scaled = asdict(scale_tokens(tokens, 3840, 2160, 2.0))
    changed = {name for name, value in asdict(tokens).items() if scaled[name] != value}
    assert changed == set(LENGTHS)
    assert scaled["headline"] == tokens.headline * 2


@pytest.mark.parametrize("size", [(1280, 1024), (1024, 1280), (1600, 1200), (800, 800)])
def test_on_squat_glass_type_is_as_large_as_on_other_glass_of_that_many_inches(size: tuple[int, int]) -> None:
    tokens = resolve_tokens(MANIFEST)
    share = hypot(*size) / hypot(1920, 1080)
    assert scale_tokens(tokens, *size, 2.0).legal == pytest.approx(tokens.legal * share, abs=0.06)
    assert share < min(size) / 1080


def test_a_cut_takes_no_time_and_reduced_motion_leaves_nothing_but_fades() -> None:
    by_transition = {
        name: resolve_tokens(replace(MANIFEST, motion=replace(MANIFEST.motion, transition=name)))
        for name in ("cut", "crossfade", "slide")
    }
    assert [tokens.crossfade_ms > 0 for tokens in by_transition.values()] == [False, True, True]
    assert {still_tokens(tokens).transition for tokens in by_transition.values()} == {"crossfade"}


def test_on_a_strip_type_is_larger_than_its_height_alone_would_have_it_and_margins_are_not() -> None:
    tokens = resolve_tokens(MANIFEST)
    strip = scale_tokens(tokens, 1920, 360, 2.0)
    assert strip.headline == pytest.approx(tokens.headline * 2 / 3, abs=0.1)
    assert strip.price > tokens.price * 2 / 3, "it has a column of its own"
    assert strip.code == pytest.approx(tokens.code / 2)
    assert strip.margin == pytest.approx(tokens.margin / 3)


@pytest.mark.parametrize(("distance_m", "factor"), [(0.5, 0.85), (2.0, 1.0), (10.0, 1.1)])
def test_type_grows_with_the_distance_within_limits(distance_m: float, factor: float) -> None:
    tokens = resolve_tokens(MANIFEST)
    assert scale_tokens(tokens, 1920, 1080, distance_m).price == pytest.approx(tokens.price * factor, abs=0.06)


@pytest.mark.parametrize(("size", "usual_in"), [((1920, 1080), 43), ((1920, 360), 28)])
def test_a_smaller_display_is_as_one_farther_away(size: tuple[int, int], usual_in: float) -> None:
    tokens = resolve_tokens(MANIFEST)
    assert scale_tokens(tokens, *size, 2.0, usual_in) == scale_tokens(tokens, *size, 2.0)
    assert scale_tokens(tokens, *size, 1.0, usual_in / 2) == scale_tokens(tokens, *size, 2.0)
    assert scale_tokens(tokens, *size, 2.0, usual_in / 1.1).legal > scale_tokens(tokens, *size, 2.0).legal


def test_reduced_motion_leaves_only_the_crossfade() -> None:
    still = still_tokens(resolve_tokens(MANIFEST))
    assert (still.settle_ms, still.wash_ms, still.tick_ms, still.pulse_ms, still.zoom_percent_per_s) == (0, 0, 0, 0, 0)
    assert still.scroll_px_per_s == 0
    assert still.crossfade_ms == MANIFEST.motion.crossfade_ms


def test_larger_text_leaves_everything_else_as_it_is() -> None:
    tokens = resolve_tokens(MANIFEST)
    larger = enlarge_text(tokens, 1.25)
    assert (larger.lead, larger.headline) == (tokens.lead * 1.25, tokens.headline)
    assert replace(larger, **{name: getattr(tokens, name) for name in RUNNING}) == tokens
