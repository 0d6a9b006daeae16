from xml.etree import ElementTree as ET

from kiosk.learning.evaluation.charts import FIGURE_WIDTH, LABEL_WIDTH, WIDTH, Dot, draw_dots
from kiosk.learning.evaluation.figures import Interval


def draw(*dots: Dot) -> ET.Element:
    return ET.fromstring(draw_dots("A & B", dots, 2.0, lambda value: f"{value:.1f}"))  # noqa: S314 # our own drawing


def test_a_mean_stands_where_the_axis_says() -> None:
    (circle,) = draw(Dot("x", Interval(1.0, 0.5, 1.5))).iter("circle")
    middle = LABEL_WIDTH + (WIDTH - LABEL_WIDTH - FIGURE_WIDTH) / 2
    assert float(circle.attrib["cx"]) == middle


def test_what_lies_beyond_the_axis_ends_at_its_edge() -> None:
    (span,) = (line for line in draw(Dot("x", Interval(1.0, -5, 9))).iter("line") if line.attrib["class"] == "span")
    assert (float(span.attrib["x1"]), float(span.attrib["x2"])) == (LABEL_WIDTH, WIDTH - FIGURE_WIDTH)


def test_labels_are_text_whatever_they_hold() -> None:
    drawing = draw(Dot("<script>", Interval(1, 1, 1), "ours"), Dot("known", Interval(2, 2, 2), "known"))
    texts = [text.text for text in drawing.iter("text")]
    assert texts[-4:] == ["<script>", "1.0", "known", "2.0"]
    assert drawing.attrib["aria-label"] == "A & B"
