"""What was tapped, what a screen said is kept, and what was booked: each tap in each of these lists, or none."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from tests.doubles.taps import make_bookmark


class Books(Struct, frozen=True):
    """What a loyalty system took: the credential of each booking by its key, and how often one key came with two."""

    booked: dict[str, str]
    posts: int
    conflicts: int


class Verdict(Struct, frozen=True):
    """How many taps of each kind; the last three must be none."""

    tapped: int
    kept: int
    booked: int
    lost: int
    doubled: int
    made_up: int

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.made_up)

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(*(getattr(self, name) + getattr(other, name) for name in Verdict.__struct_fields__))


NOTHING = Verdict(0, 0, 0, 0, 0, 0)


def name_tap(life: int, number: int) -> str:
    return f"{life}-{number}"


def make_credential(tap: str) -> str:
    """Whose tap it was: another card each time, which its name tells."""
    life, number = map(int, tap.split("-"))
    return make_bookmark(life * 1_000_000 + number).credential.value


def read_diary(folder: Path, word: str) -> set[str]:
    """The taps of which a screen wrote down `tapped`, `saved` or `refused`; a torn last line is none."""
    diary = folder / "diary"
    lines = diary.read_text().split("\n")[:-1] if diary.exists() else []
    return {line.removeprefix(f"{word} ") for line in lines if line.startswith(f"{word} ")}


def judge(tapped: Iterable[str], saved: Iterable[str], books: Books) -> Verdict:
    """Who was told that it is kept has one booking, and nobody has one for nothing."""
    tapped, saved = set(tapped), set(saved)
    strangers = {key for key, credential in books.booked.items() if not _is_as_tapped(key, credential, tapped)}
    twice = sum(times - 1 for times in Counter(books.booked.values()).values())
    return Verdict(
        tapped=len(tapped),
        kept=len(saved),
        booked=len(books.booked),
        lost=len(saved - set(books.booked)),
        doubled=twice + books.conflicts,
        made_up=len(strangers),
    )


def _is_as_tapped(key: str, credential: str, tapped: set[str]) -> bool:
    return key in tapped and credential == make_credential(key)
