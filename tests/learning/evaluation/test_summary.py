from kiosk.learning.evaluation.figures import Interval
from kiosk.learning.evaluation.summary import list_coupon_lines, list_policy_lines
from tests.learning.evaluation.test_coupons_chapter import LINES
from tests.learning.evaluation.test_off_policy_chapter import make_answer


def test_each_ranking_has_a_line_with_its_verdict() -> None:
    lines = list(list_coupon_lines(LINES))
    assert " ".join(lines[3].split()) == "Type B Vitrine 31 0.700 0.650 [0.500 0.800] 0.800 [0.700 0.900] beaten"
    assert lines[1].endswith("[0.700 0.900]")
    assert "B and C are the fair test" in lines[-1]


def test_each_estimate_has_a_line_with_its_bounds() -> None:
    lines = list(list_policy_lines([make_answer(0.003, Interval(0.007, 0.006, 0.008)), make_answer(0.003, None)]))
    assert "0.00600 [0.00300 0.00900]" in lines[1]
    assert lines[1].endswith("0.00700 [0.00600 0.00800]")
    assert lines[2].endswith("unknown")
