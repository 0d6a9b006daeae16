from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from kiosk.signage.svg import LARGEST_BYTES, MOST_SHAPES, find_drawing_flaw

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 16 9">'


def judge(folder: Path, body: str) -> str | None:
    path = folder / "drawing.svg"
    path.write_text(f"{HEAD}{body}</svg>")
    return find_drawing_flaw(path)


def test_a_drawing_of_shapes_gradients_and_an_editors_notes_is_shown(tmp_path: Path) -> None:
    body = """
        <defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><rect id="r" width="2"/></defs>
        <style>.a { fill: url(#g) }</style>
        <x:view xmlns:x="http://www.inkscape.org/namespaces/inkscape" x:zoom="1"/>
        <rect class="a" width="16" height="9"/><use xlink:href="#r"/><use href="#r" fill="url('#g')"/>
    """
    assert judge(tmp_path, body) is None


def test_a_drawing_that_was_found_harmless_is_drawn_at_any_size_whatever_its_files_name(tmp_path: Path) -> None:
    assert judge(tmp_path, '<rect width="16" height="9" fill="#ff0000"/>') is None
    named_by_hash = (tmp_path / "drawing.svg").rename(tmp_path / "0a1b")
    reader = QImageReader(str(named_by_hash))
    reader.setScaledSize(QSize(320, 180))
    image = reader.read()
    assert (image.size(), image.pixelColor(319, 179).name()) == (QSize(320, 180), "#ff0000")


@pytest.mark.parametrize(
    "body",
    [
        "<script>fetch('http://evil.example')</script>",
        '<rect onload="x()"/>',
        '<image href="http://evil.example/a.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="other.svg#a"/>',
        '<a href="http://evil.example"><rect/></a>',
        "<foreignObject/>",
        '<animate attributeName="x"/>',
        '<rect fill="url(http://evil.example/#g)"/>',
        "<rect style=\"fill: url( 'file:///etc/passwd' )\"/>",
        '<style>@import "http://evil.example/a.css";</style>',
        r"<style>.a { fill: \75rl(http://evil.example) }</style>",
        "<font-face><font-face-src/></font-face>",
    ],
)
def test_what_runs_moves_or_leads_outside_is_refused(tmp_path: Path, body: str) -> None:
    assert judge(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        '<x:image width="9" height="9" href="#a"/>',
        "<x:script>1</x:script>",
        '<x:animateTransform attributeName="x"/>',
        '<x:style>@import "http://evil.example/a.css";</x:style>',
        '<x:pattern id="p" width="1" height="1"><rect width="1" height="1"/></x:pattern>',
        '<x:mask id="m"/>',
        "<x:feBlend/>",
        "<x:font-face/>",
    ],
)
def test_what_is_refused_is_refused_in_any_namespace_for_the_renderer_heeds_none(tmp_path: Path, body: str) -> None:
    assert judge(tmp_path, f'<g xmlns:x="http://evil.example">{body}</g>')


def test_a_shape_of_any_namespace_is_drawn_and_so_counted(tmp_path: Path) -> None:
    assert judge(tmp_path, '<x:rect xmlns:x="http://evil.example" width="16" height="9" fill="#ff0000"/>') is None
    image = QImageReader(str(tmp_path / "drawing.svg")).read()
    assert image.pixelColor(5, 5).name() == "#ff0000"
    shapes = "<x:rect/>" * MOST_SHAPES
    assert judge(tmp_path, f'<g xmlns:x="http://evil.example">{shapes}</g>')


def test_repetitions_of_repetitions_are_counted_and_not_drawn(tmp_path: Path) -> None:
    rows = (f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 60))
    assert judge(tmp_path, f'<rect id="a0"/>{"".join(rows)}') == f"the drawing has more than {MOST_SHAPES} shapes"
    assert "without end" in str(judge(tmp_path, '<g id="a"><g id="b"><use href="#a"/></g></g>'))


def test_what_is_no_drawing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    for raw in (b"<html/>", b"\x89PNG\r\n", b"", b"<svg>" + b" " * LARGEST_BYTES + b"</svg>"):
        path.write_bytes(raw)
        assert find_drawing_flaw(path)
