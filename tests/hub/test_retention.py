from pathlib import Path

import pytest

from kiosk.hub.retention import RetentionRefused, read_retention


def test_what_ships_gives_a_reason_for_each_duration() -> None:
    keeps = read_retention()

    assert len(keeps) == 24
    assert [keep.what for keep in keeps if not keep.why] == []


def test_a_store_says_other_days_of_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[[keep]]\nwhat = "screen_events"\ndays = 30\n')
    days = {keep.what: keep.days for keep in read_retention(file)}

    assert (days["screen_events"], days["deeds"]) == (30, 730)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[[keep]]\nwhat = "everything"\ndays = 1', "Invalid enum value"),
        ('[[keep]]\nwhat = "deeds"\ndays = 0', "Expected `int` >= 1"),
        ('[[keep]]\nwhat = "deeds"\ndays = 179', "stay for 180 days at least"),
        ('[[keep]]\nwhat = "told_weeks"\ndays = 399', "stay for 400 days at least"),
        ('[[keep]]\nwhat = "deeds"\ndays = 200\n[[keep]]\nwhat = "deeds"\ndays = 300', "named twice"),
        ("[[keep]", "Invalid|Expected"),
    ],
)
def test_what_cannot_be_kept_to_is_refused_with_the_reason(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(content)

    with pytest.raises(RetentionRefused, match=complaint):
        read_retention(file)
