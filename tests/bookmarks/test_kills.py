"""Promise 3 of the house, on real parts: a real process, real SQLite, real sockets, SIGKILL."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.doubles.chance import seed_chance
from tests.doubles.loyalty_server import LoyaltyServer

KILLS = int(os.environ.get("VITRINE_KILLS", "20"))
"""The full form is 200."""

TAPS = 40


def start_screen(folder: Path, url: str, life: int, taps: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.doubles.tapping_screen", str(folder), url, str(life), str(taps)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 # our own program


def kill_at_random(screen: subprocess.Popen[str], delay_s: float) -> list[str]:
    """Let it live for a moment after its first tap; all that it said."""
    assert screen.stdout is not None
    first = screen.stdout.readline()
    with suppress(subprocess.TimeoutExpired):
        screen.wait(delay_s)
    screen.kill()
    rest, _ = screen.communicate()
    # The last line may be torn.
    return [first.strip(), *rest.split("\n")[:-1]]


def test_kills_at_random_moments_and_an_api_that_fails_half_of_the_time_lose_and_double_nothing(
    tmp_path: Path,
) -> None:
    chance = seed_chance(KILLS)
    said: list[str] = []
    with LoyaltyServer() as server:
        server.fail_often(seed=7)
        for life in range(KILLS):
            said += kill_at_random(start_screen(tmp_path, server.url, life, TAPS), chance.uniform(0, 0.25))
        server.heal()
        with start_screen(tmp_path, server.url, KILLS, 0) as last:
            assert last.wait(90) == 0

    tapped = {line.removeprefix("tapped ") for line in said if line.startswith("tapped ")}
    saved = {line.removeprefix("saved ") for line in said if line.startswith("saved ")}
    booked = set(server.bookmarks)
    assert len(saved) > KILLS
    assert saved - booked == set()
    assert booked - tapped == set()
    assert len(server.posts) > len(booked), "no answer was lost: the server was too kind"
    assert server.conflicts == 0
