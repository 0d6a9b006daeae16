from kiosk.learning.evaluation.estimators import Estimate
from kiosk.learning.evaluation.figures import Interval
from kiosk.learning.evaluation.off_policy import Answer
from kiosk.learning.evaluation.off_policy_chapter import write_off_policy_chapter

CHANCE = Interval(0.004, 0.003, 0.005)


def make_answer(low: float, truth: Interval | None) -> Answer:
    found = Interval(0.006, low, 0.009)
    policy = "the shop's own" if truth else "Vitrine's"
    return Answer("all", policy, 10_000, CHANCE, Estimate(found, found, found, 2639.4), truth)  # type: ignore[arg-type] # both are names that it knows


def test_it_says_how_often_the_known_truth_was_met() -> None:
    met, missed = make_answer(0.003, Interval(0.007, 0.006, 0.008)), make_answer(0.003, Interval(0.01, 0.009, 0.012))
    chapter = write_off_policy_chapter([met, missed, make_answer(0.003, None)])
    assert "<b>1 of 2</b>" in chapter
    assert "For no rule does this log prove a lead over chance." in chapter
    assert chapter.count("<svg") == 3
    assert "worth 2,639 of 10,000 impressions" in chapter


def test_a_lead_is_claimed_only_where_the_bounds_part() -> None:
    chapter = write_off_policy_chapter([make_answer(0.0051, None), make_answer(0.0049, None)])
    assert "For 1 of 2 rules the log shows a lead over chance." in chapter
