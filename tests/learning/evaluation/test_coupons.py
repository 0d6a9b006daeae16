from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.learning.evaluation.coupons import OURS, SCORERS, TARGETS, Line, judge_scorers
from kiosk.learning.evaluation.figures import Interval
from kiosk.learning.evaluation.journey import CampaignType, find_journey, read_journey
from kiosk.learning.evaluation.tasks import Task, list_tasks
from kiosk.offers.affinity import Traces
from tests.doubles.chance import seed_chance
from tests.doubles.shopping_year import write_shopping_year


def make_line(kind: CampaignType, ranking: str, auc: float, mrr: float) -> Line:
    return Line(kind, ranking, 31, Interval(0.7, 0.5, 0.9), Interval(mrr, 0.5, 0.8), Interval(auc, 0.7, 0.9))


def test_the_real_slice_is_ranked_better_by_purchases_than_by_chance(tmp_path: Path) -> None:
    tasks = list_tasks(read_journey(write_shopping_year(tmp_path)))
    lines = {(line.type, line.ranking): line for line in judge_scorers(tasks, seed_chance())}
    assert [name for kind, name in lines if kind == "Type B"] == list(SCORERS)
    for kind in ("Type B", "Type C"):
        assert lines[kind, "chance"].auc.mean == 0.5
        assert lines[kind, OURS].auc.mean > 0.6
        assert lines[kind, OURS].lists == 8


def test_on_the_whole_year_it_beats_the_best_simple_ranking_wherever_the_test_is_fair() -> None:
    journey = read_journey(find_journey(None))
    fair = replace(journey, campaigns=[campaign for campaign in journey.campaigns if campaign.type in TARGETS])
    ours = [line for line in judge_scorers(list_tasks(fair), seed_chance()) if line.ranking == OURS]

    assert [(line.type, line.lists, line.beats_target) for line in ours] == [
        ("Type B", 141, True),
        ("Type C", 31, True),
    ]


def test_a_list_that_says_nothing_is_left_out() -> None:
    nothing, everything = ([False] * 2, [True] * 2)
    tasks = [Task("Type B", [Traces(), Traces()], redeemed) for redeemed in (nothing, everything)]
    assert judge_scorers(tasks, seed_chance()) == []


@pytest.mark.parametrize(
    ("line", "is_better"),
    [
        (make_line("Type B", OURS, 0.8, 0.65), True),
        (make_line("Type B", OURS, 0.8, 0.64), False),
        (make_line("Type C", OURS, 0.82, 0.7), False),
        (make_line("Type A", OURS, 1.0, 1.0), None),
    ],
)
def test_the_target_is_beaten_in_both_figures_or_not_at_all(line: Line, is_better: bool | None) -> None:  # noqa: FBT001 # a table's column
    assert line.beats_target is is_better
