import pytest

from kiosk.hub.console.drawing import answer_drawing
from kiosk.hub.problem import Problem


def test_a_drawing_is_kept_by_nobody_but_the_one_who_looks() -> None:
    answer = answer_drawing(b"RIFF")

    assert (answer.body, answer.headers["content-type"]) == (b"RIFF", "image/webp")
    assert answer.headers["cache-control"].startswith("private")


def test_what_was_not_drawn_is_not_found() -> None:
    with pytest.raises(Problem) as refused:
        answer_drawing(None)
    assert refused.value.status == 404
