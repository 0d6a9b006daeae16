import subprocess
from pathlib import Path

import pytest

from kiosk.places import PYTHON
from kiosk.screen.images.avif import MODULE
from tests.doubles.pictures import FRAME_BOMB, draw_picture

DEADLINE_S = 30


def run_process(path: Path, width: int, height: int) -> tuple[int, bytes]:
    """How it ended, and what it wrote."""
    command = (*PYTHON, "-m", MODULE, str(path), str(width), str(height))
    ended = subprocess.run(command, check=False, capture_output=True, timeout=DEADLINE_S)  # noqa: S603 # our own module
    return ended.returncode, ended.stdout


def test_a_frame_far_larger_than_stated_ends_the_process_before_it_takes_all_memory() -> None:
    assert run_process(FRAME_BOMB, 100, 100) == (1, b"")


@pytest.mark.parametrize(("glass", "head"), [((192, 108), b"P6\n192 144\n"), ((1920, 1080), b"P6\n640 480\n")])
def test_it_writes_no_more_pixels_than_cover_the_glass(tmp_path: Path, glass: tuple[int, int], head: bytes) -> None:
    (tmp_path / "a").write_bytes(draw_picture("AVIF", (640, 480)))
    code, written = run_process(tmp_path / "a", *glass)

    assert (code, written[: len(head)]) == (0, head)
