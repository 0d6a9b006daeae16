import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes.read import LONGEST
from kiosk.codes.reading import Reading, Refused
from kiosk.core.events import CodeScanned
from kiosk.scanner.wedge import APART_S, Habits, Wedge

EAN = "4012345000016"


@dataclass
class Keys:
    """A machine at which somebody types; `time` goes by the keys alone."""

    habits: Habits = field(default_factory=Habits)
    time: float = 100.0
    posted: list[CodeScanned] = field(default_factory=list[CodeScanned])

    def __post_init__(self) -> None:
        self.wedge = Wedge(self.habits, self.posted.append, lambda: self.time)

    def type(self, text: str, apart_s: float = 0.01) -> list[bool]:
        """Which of the keys went no further."""
        taken: list[bool] = []
        for letter in text:
            self.time += apart_s
            taken.append(self.wedge.hear(letter, self.time))
        return taken

    def list_codes(self) -> list[str]:
        return [event.text for event in self.posted]


def test_a_code_that_is_typed_faster_than_by_any_hand_is_a_scan() -> None:
    keys = Keys()
    taken = keys.type(f"{EAN}\r")

    assert keys.posted == [CodeScanned(EAN, Reading("04012345000016"), keys.time)]
    assert taken == [False] + [True] * len(EAN)


def test_what_a_hand_types_is_none_and_its_enter_is_the_glasses() -> None:
    keys = Keys()
    taken = keys.type(f"{EAN}\r", apart_s=0.12)

    assert keys.posted == []
    assert not any(taken)


def test_a_hand_that_leaves_a_digit_behind_spoils_no_scan() -> None:
    keys = Keys()
    keys.type("7", apart_s=1.0)
    keys.time += 1.0
    keys.type(f"{EAN}\r")

    assert keys.list_codes() == [EAN]


@pytest.mark.parametrize("text", ["\r", "1\r", "12\r", " \r", "\t\t\t"])
def test_two_letters_a_hand_types_as_fast(text: str) -> None:
    keys = Keys()

    assert keys.type(text)[-1] is False
    assert keys.posted == []


def test_a_clock_of_the_keyboard_that_steps_back_begins_anew() -> None:
    keys = Keys()
    keys.wedge.hear("s", 5000.0)
    for letter in f"{EAN}\r":
        keys.wedge.hear(letter, 0.0)

    assert keys.list_codes() == [EAN]


@pytest.mark.parametrize("typed", [f"{EAN}\r", f"]{EAN}\r", f"{EAN}~\r"])
def test_without_what_this_scanner_types_around_it_nothing_counts(typed: str) -> None:
    keys = Keys(Habits(prefix="]", suffix="~"))
    keys.type(typed)
    assert keys.posted == []

    keys.time += 1.0
    keys.type(f"]{EAN}~\r")
    assert keys.list_codes() == [EAN]


def test_a_scanner_that_ends_by_tab_leaves_enter_alone() -> None:
    keys = Keys(Habits(ends_with="tab"))
    assert keys.type(f"{EAN}\r")[-1] is False
    assert keys.posted == []

    keys.time += 1.0
    keys.type(f"{EAN}\t")
    assert keys.list_codes() == [EAN]


def test_the_separator_of_gs1_is_a_letter_of_a_code_and_other_control_keys_are_none() -> None:
    keys = Keys()
    keys.type("0104012345000016\x1d3103001250\x1b\x00\r")

    assert keys.list_codes() == ["0104012345000016\x1d3103001250"]


def test_a_stream_of_keys_is_one_code_that_is_too_long_and_no_more_of_it_is_told_than_a_code_holds() -> None:
    keys = Keys()
    keys.type("9" * 1_000_000, apart_s=0.0001)
    keys.type("\r")
    assert [(event.text, event.read) for event in keys.posted] == [("9" * LONGEST, Refused("too_long"))]


def test_codes_that_come_faster_than_the_glass_may_change_are_dropped() -> None:
    keys = Keys()
    keys.type(f"{EAN}\r" * 50, apart_s=0.001)
    seconds = 50 * (len(EAN) + 1) * 0.001

    assert 1 <= len(keys.posted) <= seconds / APART_S + 1


@given(st.text(max_size=80), st.integers(min_value=0, max_value=2**32))
def test_whatever_is_typed_is_answered(text: str, seed: int) -> None:
    chance, keys = random.Random(seed), Keys()  # noqa: S311 # chance makes a mess here, it keeps no secret
    for letter in text + "\r":
        keys.type(letter, apart_s=chance.choice((0.0, 0.01, 0.2)))

    assert all(3 <= len(event.text) <= LONGEST for event in keys.posted)
