import io

import pytest
from PIL import Image

from kiosk.hub.shelf_labels.access_point import Panel
from kiosk.hub.shelf_labels.drawing import BLACK, PALETTE, RED, WHITE, LabelText, draw_label, encode_label
from tests.doubles.access_point import PANELS, read_panel

LOWEST = "Niedrigster Preis der letzten 30 Tage: 1,39 € (−14 %)"  # noqa: RUF001 # as it is printed
REDUCED = LabelText("Rhabarberschorle 0,5 l", "1,19 €", "1,49 €", (LOWEST, "1 l = 2,38 €", "zzgl. 0,15 € Pfand"))
LONG = LabelText("Kaffeevollautomatenreinigungstablettenspender mit Milchaufschäumer und Mahlwerk", "11.189,00 €")
TEXTS = (
    REDUCED,
    LONG,
    LabelText("Earl Grey, lose", "59,00 €", fine=("je kg",)),
    LabelText("", "---"),
    LabelText("", ""),
)
SIZES = [(panel["width"], panel["height"]) for panel in PANELS.values()]


def list_colours(picture: Image.Image) -> set[object]:
    return set(picture.get_flattened_data())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_every_pixel_is_of_a_colour_that_the_panel_has_and_nothing_is_cut_off(
    text: LabelText, size: tuple[int, int]
) -> None:
    picture = draw_label(text, Panel(*size, has_red=True))

    assert picture.size == size
    assert list_colours(picture) <= {WHITE, BLACK, RED}
    edge = {picture.getpixel((x, y)) for x in range(size[0]) for y in (0, size[1] - 1)}
    edge |= {picture.getpixel((x, y)) for x in (0, size[0] - 1) for y in range(size[1])}
    assert edge == {WHITE}


@pytest.mark.parametrize("size", SIZES)
def test_what_is_sent_shows_on_the_panel_pixel_by_pixel_what_was_drawn(size: tuple[int, int]) -> None:
    picture = draw_label(REDUCED, Panel(*size, has_red=True))
    sent = Image.open(io.BytesIO(encode_label(picture)))

    assert (sent.format, sent.mode) == ("JPEG", "RGB")
    assert list(read_panel(sent).get_flattened_data()) == list(picture.convert("RGB").get_flattened_data())


def test_a_reduced_price_is_red_where_the_panel_can_and_any_other_black() -> None:
    plain = LabelText("Bier", "1,19 €")

    assert RED in list_colours(draw_label(REDUCED, Panel(296, 128, has_red=True)))
    assert RED not in list_colours(draw_label(REDUCED, Panel(296, 128, has_red=False)))
    assert RED not in list_colours(draw_label(plain, Panel(296, 128, has_red=True)))


@pytest.mark.parametrize("size", SIZES)
def test_the_price_is_the_largest_thing_there_is(size: tuple[int, int]) -> None:
    picture = draw_label(REDUCED, Panel(*size, has_red=True))
    box = picture.point([255 if one == RED else 0 for one in range(256)]).convert("L").getbbox()

    assert box is not None
    assert box[3] - box[1] >= 0.16 * size[1]
    assert box[2] - box[0] >= 0.35 * size[0]


def test_the_palette_is_that_of_such_panels() -> None:
    picture = draw_label(REDUCED, Panel(296, 128, has_red=True))

    assert list_colours(picture.convert("RGB")) == set(PALETTE)
