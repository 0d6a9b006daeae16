"""A disk that changes what lies on it: flipped bits, and files cut short.

The file itself is meant, not its write-ahead log: SQLite takes a log's damaged end for one that was never finished.
"""

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

from msgspec import Struct

from kiosk.bookmarks.outbox import Outbox
from kiosk.contract.bookmark import Bookmark
from kiosk.errors import KioskError
from tests.doubles.chance import seed_chance
from tests.faults.ledger import Verdict, name_tap
from tests.faults.report import Finding
from tests.faults.screen import FILE, FaultScreen

TAPS = 40
HEADER = 100
"""Bytes. Source: "Database File Format", sqlite.org/fileformat2.html."""
CUT_SHARE = 0.1
NOBODY = "http://127.0.0.1:9"


class Damage(Struct, frozen=True):
    """What came of a damaged outbox: bookmarks as they were, first and once the damaged file was salvaged, those that
    were none, and what the screen did."""

    before: int
    whole: int
    dead: int
    strange: int
    is_quarantined: bool
    works_again: bool

    @property
    def is_silent(self) -> bool:
        """Something is missing, and nobody was told."""
        return self.whole + self.dead < TAPS and not self.is_quarantined


def damage_files(folder: Path, seed: int, times: int) -> Finding:
    """So many copies of one outbox, each damaged somewhere, the header most of all, and then opened by a screen."""
    chance = seed_chance(seed)
    sound = _make_outbox(folder)
    found = [_open_damaged(sound, folder / str(number), number, chance) for number in range(times)]
    verdict = Verdict(TAPS * times, 0, 0, lost=0, doubled=0, made_up=sum(damage.strange for damage in found))
    notes = {
        "quarantined": float(sum(damage.is_quarantined for damage in found)),
        "whole": float(sum(damage.whole == TAPS for damage in found)),
        "salvaged": float(sum(damage.whole > damage.before for damage in found)),
    }
    wrongs = {
        "lost rows and said nothing": sum(damage.is_silent for damage in found),
        "took no tap afterwards": sum(not damage.works_again for damage in found),
    }
    flaws = tuple(f"{times} {wrong}" for wrong, times in wrongs.items() if times)
    return Finding("outbox damaged on the disk", times, verdict, notes, flaws)


def _make_outbox(folder: Path) -> Path:
    sound = folder / "sound"
    sound.mkdir()
    screen = FaultScreen(sound, NOBODY, 1)
    for number in range(TAPS):
        screen.tap(number)
    screen.close()
    return sound


def _open_damaged(sound: Path, folder: Path, number: int, chance: Random) -> Damage:
    shutil.copytree(sound, folder)
    _damage(folder / FILE, number, chance)
    screen = FaultScreen(folder, NOBODY, 1)
    before, strange = _read_waiting(screen)
    with suppress(KioskError):
        screen.salvage.look()
    whole, stranger = _read_waiting(screen)
    dead = 0
    with suppress(KioskError):
        dead = screen.outbox.count().dead
    works_again = _takes_tap(screen.outbox, screen.make_tap(TAPS))
    is_quarantined = ("outbox", "quarantined") in screen.faults.read()
    screen.close()
    shutil.rmtree(folder)
    return Damage(before, whole, dead, strange + stranger, is_quarantined, works_again)


def _damage(file: Path, number: int, chance: Random) -> None:
    content = bytearray(file.read_bytes())
    if chance.random() < CUT_SHARE:
        del content[chance.randrange(len(content)) :]
    else:
        # One after the other all bits of the header, which says what the rest is; else anywhere.
        place = number // 2 % HEADER if number % 2 else chance.randrange(HEADER, len(content))
        content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def _read_waiting(screen: FaultScreen) -> tuple[int, int]:
    """How many came out as they went in, and how many as something else."""
    sound = {name_tap(1, number): screen.make_tap(number) for number in range(TAPS)}
    found: list[Bookmark] = []
    after = 0
    with suppress(KioskError):
        while waiting := screen.outbox.list_next(after, 1):
            found.append(waiting[0].bookmark)
            after = waiting[0].sequence
    whole = [bookmark for bookmark in found if sound.get(bookmark.id) == bookmark]
    return len(whole), len(found) - len(whole)


def _takes_tap(outbox: Outbox, bookmark: Bookmark) -> bool:
    try:
        outbox.save(bookmark)
    except KioskError:
        return False
    return True
