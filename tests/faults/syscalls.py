"""Every system call between a tap and its booking, spoiled once: the process is killed there, or the call fails."""

import shutil
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.faults.ledger import Verdict, judge, read_diary
from tests.faults.loyalty import Loyalty
from tests.faults.nursery import Nursery, wake
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen
from tests.faults.strace import Spoiling, count_calls, hold

TAPS = 2
KILL = "signal=KILL"
DISK = ("openat", "pread64", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "mkdir", "fchmod")
"""What of it goes to the disk; not `write`, by which the diary is written alone, for SQLite writes by `pwrite64`."""
ERRORS = ("EIO", "ENOSPC", "EINTR")


class Course:
    """Lives over the same two taps, each in a folder of its own, and each spoiled somewhere else."""

    def __init__(self, folder: Path, nursery: Nursery, loyalty: Loyalty) -> None:
        self._folder = folder
        self._nursery = nursery
        self._loyalty = loyalty
        self._lives = 0
        self._tapped: set[str] = set()
        self._saved: set[str] = set()
        self.ends = Counter[int]()

    def list_calls(self) -> Counter[str]:
        """Those of a life that nobody spoils."""
        self.live(None)
        return count_calls(self._log)

    def live(self, spoiling: Spoiling | None) -> None:
        """One life, and another that delivers what it left."""
        self._lives += 1
        folder = self._folder / str(self._lives)
        folder.mkdir()
        process = self._nursery.bear(folder, self._loyalty.url, self._lives, TAPS, "cycle")
        with hold(process, spoiling, self._log):
            wake(process)
            self.ends[self._nursery.await_end()] += 1
        heir = FaultScreen(folder, self._loyalty.url, self._lives)
        heir.deliver_all()
        heir.close()
        self._tapped |= read_diary(folder, "tapped")
        self._saved |= read_diary(folder, "saved")
        shutil.rmtree(folder)

    def judge(self) -> Verdict:
        return judge(self._tapped, self._saved, self._loyalty.read_books())

    @property
    def _log(self) -> Path:
        return self._folder / "calls"


def kill_at_calls(course: Course, every: int, first: int = 0) -> Finding:
    """A life that dies at each of its calls, or at every so many of them."""
    places = list(list_places(course.list_calls(), KILL))[first::every]
    _live_all(course, places)
    kills, hung = course.ends[-signal.SIGKILL], course.ends[-signal.SIGALRM]
    flaws = (f"{hung} lives hung",) if hung else ()
    return Finding("killed at each system call", len(places), course.judge(), {"of them killed": kills}, flaws)


def fail_calls(course: Course, every: int, first: int = 0) -> Finding:
    """A life whose disk fails at each of its calls to it, in each way; it must outlive that."""
    calls = course.list_calls()
    disk = Counter({call: calls[call] for call in DISK if calls[call]})
    places = [place for error in ERRORS for place in list_places(disk, f"error={error}")][first::every]
    _live_all(course, places)
    fallen = sum(times for end, times in course.ends.items() if end)
    flaws = (f"{fallen} lives did not outlive it",) if fallen else ()
    return Finding("disk failed at each system call", len(places), course.judge(), flaws=flaws)


def _live_all(course: Course, places: Iterable[Spoiling]) -> None:
    for place in places:
        course.live(place)


def list_places(calls: Counter[str], what: str) -> Iterator[Spoiling]:
    """Each of these calls once, coming to that."""
    for call, times in sorted(calls.items()):
        yield from (Spoiling(call, nth, what) for nth in range(1, times + 1))
