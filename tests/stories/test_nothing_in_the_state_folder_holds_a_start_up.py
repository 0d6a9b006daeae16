"""Whatever lies where the screen keeps its files, a pipe that nobody writes to above all: it starts, and plays."""

import os

import pytest

from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

FILES = ("catalogue.json", "shoppers.json", "notices.json", "shown.json", "loop.json", "learnt.json", "theme.json")
LOGS = ("plays.jsonl", "decisions.jsonl")


@pytest.fixture
def screen(fitter: Fitter) -> RunningScreen:
    """A screen with a pipe in the place of each of its files, and of each that it writes first to rename it then."""
    screen = fitter.make()
    screen.state.mkdir()
    for name in (*FILES, *(f"{name}.part" for name in FILES), *LOGS):
        os.mkfifo(screen.state / name)
    return screen


def test_a_start_among_pipes_comes_to_the_loop_and_makes_files_of_them(screen: RunningScreen) -> None:
    screen.start()
    screen.await_shown("loop")
    screen.expect_loop(2)
    ended = screen.end()

    assert ended == 0
    assert (screen.state / "catalogue.json").is_file()
    assert (screen.state / "shoppers.json").is_file()
