"""Each call to the disk by which a screen replaces its files as a whole, failed once in each way."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.faults.nursery import Nursery, wake
from tests.faults.report import Finding
from tests.faults.state_files import NAMES, NEW, OLD, read_diary, read_files, write_files
from tests.faults.strace import Spoiling, count_calls, hold
from tests.faults.syscalls import ERRORS, list_places

CALLS = ("openat", "write", "fsync", "rename", "unlink")
_NOTHING = 0


class Replacements:
    """Lives that put a new version of each file in the place of the old one, each spoiled somewhere else."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        self._folder = folder
        self._nursery = nursery
        self._lives = 0
        self.refused = 0
        self.flaws: list[str] = []

    def list_calls(self) -> Counter[str]:
        """Those of a life that nobody spoils."""
        self.live(None)
        calls = count_calls(self._folder / "calls")
        return Counter({call: calls[call] for call in CALLS})

    def live(self, spoiling: Spoiling | None) -> None:
        """One life over files that were there before, and whether a later one can replace them all."""
        self._lives += 1
        folder = self._folder / str(self._lives)
        folder.mkdir()
        write_files(folder, OLD)
        process = self._nursery.bear(folder, "-", self._lives, 0, "files")
        with hold(process, spoiling, self._folder / "calls"):
            wake(process)
            end = self._nursery.await_end()
        kept = read_diary(folder)
        self.refused += len(NAMES) - len(kept)
        self.flaws += [f"{spoiling}: {flaw}" for flaw in _list_flaws(folder, kept)]
        self.flaws += [f"{spoiling}: the life ended with {end}"] if end else []
        shutil.rmtree(folder)


def fail_replacements(folder: Path, every: int, first: int = 0) -> Finding:
    """A life for each call, or for every so many of them; it must outlive that, and say what it could not keep."""
    with Nursery() as nursery:
        lives = Replacements(folder, nursery)
        calls = lives.list_calls()
        places = [place for error in ERRORS for place in list_places(calls, f"error={error}")][first::every]
        for place in places:
            lives.live(place)
    notes = {**{f"of them {call}": n for call, n in Counter(place.call for place in places).items()}}
    return Finding(
        "a state file is replaced on a failing disk",
        len(places),
        notes={**notes, "files refused": lives.refused},
        flaws=tuple(lives.flaws),
    )


def _list_flaws(folder: Path, kept: set[str]) -> Iterator[str]:
    for name, version in read_files(folder).items():
        # A record of what was shown could name who has withdrawn since: there the old one may not stay.
        allowed = {NEW} if name in kept else {_NOTHING} if name == "shown" else {OLD, NEW}
        if version not in allowed:
            yield f"{name} holds version {version}"
    write_files(folder, NEW)
    if set(read_files(folder).values()) != {NEW}:
        yield "nothing can be kept any more"
