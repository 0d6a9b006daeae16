import subprocess
from pathlib import Path

import pytest

from kiosk.places import PYTHON
from kiosk.screen.images.drawing import MODULE
from tests.doubles.drawings import draw_across

DEADLINE_S = 120


@pytest.mark.parametrize(("lines", "is_drawn"), [(2, True), (20_000, False)])
def test_it_ends_well_where_the_drawing_takes_little_of_the_processor(
    tmp_path: Path, lines: int, *, is_drawn: bool
) -> None:
    (tmp_path / "a").write_text(draw_across(lines))
    command = (*PYTHON, "-m", MODULE, str(tmp_path / "a"))
    ended = subprocess.run(command, check=False, capture_output=True, timeout=DEADLINE_S)  # noqa: S603 # our own module

    assert (ended.returncode == 0) == is_drawn
