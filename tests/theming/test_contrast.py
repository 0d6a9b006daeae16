import pytest

from kiosk.theming.contrast import GRAPHIC, LARGE_TEXT, TEXT, find_luminance, measure_contrast, need_contrast


def test_black_on_white_is_the_most_and_a_colour_on_itself_the_least() -> None:
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert measure_contrast("#c8532b", "#c8532b") == 1


@pytest.mark.parametrize(
    ("colour", "luminance"), [("#000000", 0), ("#ffffff", 1), ("#ff0000", 0.2126), ("#808080", 0.2159)]
)
def test_luminance_is_as_the_standard_defines_it(colour: str, luminance: float) -> None:
    assert find_luminance(colour) == pytest.approx(luminance, abs=1e-4)


def test_the_lightest_grey_that_reads_on_white_is_known() -> None:
    """#767676 passes and #777777 fails level AA on white: the example that everybody cites."""
    assert measure_contrast("#767676", "#ffffff") >= TEXT > measure_contrast("#777777", "#ffffff")


@pytest.mark.parametrize(
    ("size", "weight", "need"), [(29, 400, TEXT), (35, 600, TEXT), (36, 400, LARGE_TEXT), (28, 700, LARGE_TEXT)]
)
def test_large_text_needs_less(size: float, weight: int, need: float) -> None:
    assert need_contrast(size, weight) == need
    assert need >= GRAPHIC
