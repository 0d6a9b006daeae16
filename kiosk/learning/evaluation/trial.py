"""Runs the whole evaluation: reads the data, asks both questions, and says meanwhile how far it is."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from kiosk.learning.evaluation.bandit_log import fetch_wheel
from kiosk.learning.evaluation.coupons import Line, judge_scorers
from kiosk.learning.evaluation.journey import find_journey, read_journey
from kiosk.learning.evaluation.off_policy import Answer, ask_log
from kiosk.learning.evaluation.tasks import list_tasks

Progress = Callable[[str], None]


def try_coupons(folder: Path | None, seed: int, progress: Progress) -> list[Line]:
    """How well coupons were ranked; `folder` holds the Complete Journey data. Raises `KioskError`."""
    found = find_journey(folder)
    progress("reading a year of purchases")
    journey = read_journey(found)
    progress("ranking the coupons of each campaign")
    tasks = list(list_tasks(journey))
    progress(f"judging {len(tasks)} lists")
    return judge_scorers(tasks, _make_chance(seed))


def try_off_policy(folder: Path, seed: int, resamples: int, progress: Progress) -> list[Answer]:
    """What other policies would have earned; `folder` holds the Open Bandit sample, or gets it. Raises `KioskError`."""
    progress("looking for the Open Bandit sample (1.3 MB)")
    return ask_log(fetch_wheel(folder), _make_chance(seed), resamples, progress)


def _make_chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 # it must be foreseeable, and keeps no secret
