"""What was tapped, what a screen said is kept, and what was booked: each tap in each of these lists, or none."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from tests.doubles.taps import make_bookmark

MEMBERS = 10
"""They tap in turns: more than exchanges are under way at once, so that none has to wait for another's."""


class Books(Struct, frozen=True):
    """What a loyalty system took: the mark of each booking by its key, in the order of their coming.

    `conflicts` is how often one key came with two marks.
    """

    booked: dict[str, str]
    posts: int
    conflicts: int


class Verdict(Struct, frozen=True):
    """How many taps of each kind; the last four must be none.

    `disordered` were booked after what their member tapped later.
    """

    tapped: int
    kept: int
    booked: int
    lost: int
    doubled: int
    made_up: int
    disordered: int = 0

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.made_up or self.disordered)

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(*(getattr(self, name) + getattr(other, name) for name in Verdict.__struct_fields__))


NOTHING = Verdict(0, 0, 0, 0, 0, 0)


def name_tap(life: int, number: int) -> str:
    return f"{life}-{number}"


def make_credential(tap: str) -> str:
    """Whose tap it was: each of a few members in her turn, whichever screen it is."""
    _, number = read_name(tap)
    return make_bookmark(number % MEMBERS).credential.value


def make_mark(tap: str) -> str:
    """What tells a booking of this tap from any other."""
    return f"{tap} {make_credential(tap)}"


def read_name(tap: str) -> tuple[int, int]:
    """Life and number, which lie in the order of the taps."""
    life, number = map(int, tap.split("-"))
    return life, number


def read_diary(folder: Path, word: str) -> set[str]:
    """The taps of which a screen wrote down `tapped`, `saved` or `refused`; a torn last line is none."""
    diary = folder / "diary"
    lines = diary.read_text().split("\n")[:-1] if diary.exists() else []
    return {line.removeprefix(f"{word} ") for line in lines if line.startswith(f"{word} ")}


def judge(tapped: Iterable[str], saved: Iterable[str], books: Books) -> Verdict:
    """Who was told that it is kept has one booking, and nobody has one for nothing."""
    tapped, saved = set(tapped), set(saved)
    strangers = {key for key, mark in books.booked.items() if not _is_as_tapped(key, mark, tapped)}
    twice = sum(times - 1 for times in Counter(books.booked.values()).values())
    return Verdict(
        tapped=len(tapped),
        kept=len(saved),
        booked=len(books.booked),
        lost=len(saved - set(books.booked)),
        doubled=twice + books.conflicts,
        made_up=len(strangers),
        disordered=_count_disordered(books.booked),
    )


def _is_as_tapped(key: str, mark: str, tapped: set[str]) -> bool:
    return key in tapped and mark == make_mark(key)


def _count_disordered(booked: Iterable[str]) -> int:
    latest: dict[str, tuple[int, int]] = {}
    late = 0
    for tap in booked:
        member, name = make_credential(tap), read_name(tap)
        late += name < latest.get(member, name)
        latest[member] = max(name, latest.get(member, name))
    return late
