import re

from kiosk.learning.evaluation.report import Findings, write_report
from kiosk.version import VERSION
from tests.learning.evaluation.test_coupons_chapter import LINES
from tests.learning.evaluation.test_off_policy_chapter import make_answer


def test_the_page_needs_no_other_file_and_says_how_it_was_made() -> None:
    page = write_report(Findings(LINES, [make_answer(0.003, None)], 7))
    assert re.findall(r"(?:src|href)=|@import|url\(|https?:", page) == []
    assert f"version {VERSION}, with random seed 7" in page
    assert "$" not in page


def test_a_part_for_which_there_was_no_data_is_left_out() -> None:
    assert "2. Can we tell" not in write_report(Findings(LINES, [], 1))
    assert "1. Does it know" not in write_report(Findings([], [make_answer(0.003, None)], 1))
