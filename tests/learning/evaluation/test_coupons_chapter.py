from kiosk.learning.evaluation.coupons import OURS
from kiosk.learning.evaluation.coupons_chapter import summarize_in_german, write_coupons_chapter
from tests.learning.evaluation.test_coupons import make_line

LINES = [
    make_line("Type A", OURS, 0.9, 0.5),
    make_line("Type B", "chance", 0.5, 0.3),
    make_line("Type B", OURS, 0.8, 0.65),
    make_line("Type C", "chance", 0.5, 0.3),
    make_line("Type C", OURS, 0.8, 0.6),
]


def test_the_answer_says_of_each_fair_type_whether_it_was_better() -> None:
    chapter = write_coupons_chapter(LINES)
    assert chapter.count("On average it did better than") == 1
    assert chapter.count("On average it did not do better than") == 1
    assert chapter.count("<svg") == 3
    assert chapter.count('<tr class="ours">') == 3
    assert "<b>Type C has few lists</b>" in " ".join(chapter.replace("\n", " ").split())


def test_where_no_fair_test_was_made_no_answer_is_given() -> None:
    assert '<div class="answer">' not in write_coupons_chapter(LINES[:1])
    assert summarize_in_german(LINES[:1]) == ""


def test_the_german_words_give_the_same_figures() -> None:
    assert "Type B: 70 % (31 Listen); Type C: 70 % (31 Listen)" in summarize_in_german(LINES)
