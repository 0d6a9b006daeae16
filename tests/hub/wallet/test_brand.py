from pathlib import Path

from kiosk.hub import app
from kiosk.hub.wallet.brand import ACCENT, MARK_LINE, MARK_SIDE, MARK_STROKE, PAPER, write_hex, write_rgb

_STATIC = Path(app.__file__).parent / "static"


def test_the_colours_are_those_of_the_pages() -> None:
    style = (_STATIC / "brand.css").read_text()

    assert f"--accent: {write_hex(ACCENT)};" in style
    assert f"--paper: {write_hex(PAPER)};" in style
    assert write_rgb(ACCENT) == "rgb(168, 72, 31)"


def test_the_mark_is_that_of_the_pages() -> None:
    drawn = (_STATIC / "icon.svg").read_text()
    (start, *others) = MARK_LINE
    steps = zip(MARK_LINE, others, strict=False)
    path = "".join(f"l{x - from_x} {y - from_y}" for (from_x, from_y), (x, y) in steps).replace(" -", "-")

    assert f'd="M{start[0]} {start[1]}{path.replace("l7-15", " 7-15")}"' in drawn
    assert f'viewBox="0 0 {MARK_SIDE} {MARK_SIDE}"' in drawn
    assert f'stroke-width="{MARK_STROKE}"' in drawn
