from pathlib import Path

from tests.faults.ledger import MEMBERS, NOTHING, Books, Verdict, judge, make_mark, read_diary

TAPS = ("1-0", "1-1")


def book(*taps: str) -> dict[str, str]:
    return {tap: make_mark(tap) for tap in taps}


def test_who_was_told_and_is_not_booked_is_lost() -> None:
    assert judge(TAPS, TAPS, Books(book("1-0"), 1, 0)).lost == 1


def test_who_was_not_told_may_be_booked_or_not() -> None:
    assert judge(TAPS, ("1-0",), Books(book(*TAPS), 2, 0)).is_clean
    assert judge(TAPS, ("1-0",), Books(book("1-0"), 1, 0)).is_clean


def test_one_tap_under_two_keys_and_one_key_with_two_bodies_are_doubled() -> None:
    twice = {**book(*TAPS), "1-9": make_mark("1-0")}
    assert judge((*TAPS, "1-9"), TAPS, Books(twice, 3, conflicts=1)).doubled == 2


def test_what_nobody_tapped_or_another_tapped_is_made_up() -> None:
    assert judge(("1-0",), (), Books(book("1-0", "2-7"), 2, 0)).made_up == 1
    assert judge(TAPS, (), Books({"1-0": make_mark("1-1")}, 1, 0)).made_up == 1


def test_what_was_booked_after_what_its_member_tapped_later_is_disordered() -> None:
    first, second, others = "1-3", f"2-{3 + MEMBERS}", "1-4"
    taps = (first, second, others)
    assert judge(taps, taps, Books(book(others, first, second), 3, 0)).is_clean
    assert judge(taps, taps, Books(book(second, others, first), 3, 0)).disordered == 1


def test_a_torn_last_line_of_the_diary_is_none(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("tapped 1-0\nsaved 1-0\ntapped 1-1\nsav")
    assert read_diary(tmp_path, "tapped") == set(TAPS)
    assert read_diary(tmp_path, "saved") == {"1-0"}
    assert read_diary(tmp_path / "nowhere", "saved") == set()


def test_verdicts_add_up() -> None:
    assert Verdict(1, 2, 3, 4, 5, 6, 7) + NOTHING == Verdict(1, 2, 3, 4, 5, 6, 7)
