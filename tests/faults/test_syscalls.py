from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.loyalty import open_loyalty
from tests.faults.nursery import Nursery
from tests.faults.syscalls import Course, fail_calls, kill_at_calls

EVERY = 20
"""The long form takes each."""


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    with Nursery() as nursery, open_loyalty() as loyalty:
        yield Course(tmp_path, nursery, loyalty)


def test_a_screen_that_is_killed_at_any_of_its_system_calls_loses_and_doubles_nothing(course: Course) -> None:
    finding = kill_at_calls(course, EVERY, first=7)
    assert finding.is_clean, finding
    assert finding.notes["of them killed"] >= finding.faults - 1 > 10


def test_a_disk_that_fails_at_any_call_to_it_loses_and_doubles_nothing_and_ends_no_screen(course: Course) -> None:
    finding = fail_calls(course, EVERY, first=3)
    assert finding.is_clean, finding
    assert finding.faults > 10
    assert finding.verdict.kept < finding.verdict.tapped, "no call that failed mattered"
