import pytest

from kiosk.learning.evaluation.chapters import fill_chapter, write_percent


def test_a_chapter_is_filled_with_its_parts() -> None:
    assert "Type B: 89 %.</b>" in fill_chapter("german", top="5", found="Type B: 89 %")


def test_a_part_that_is_missing_is_found_out() -> None:
    with pytest.raises(KeyError):
        fill_chapter("german", top="5")


def test_shares_are_whole_percentages() -> None:
    assert [write_percent(share) for share in (0, 0.887, 1)] == ["0 %", "89 %", "100 %"]
