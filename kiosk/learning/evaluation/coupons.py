"""Judges rankings by the coupons that households redeemed: does what is known of a shopper tell what she will like?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import TypeAlias

from msgspec import Struct

from kiosk.learning.evaluation.figures import Interval, Quality, judge_ranking, resample_mean
from kiosk.learning.evaluation.journey import CampaignType
from kiosk.learning.evaluation.tasks import Task
from kiosk.offers.affinity import Traces, score_affinity

Scorer: TypeAlias = Callable[[Traces], float]

SCORERS: Mapping[str, Scorer] = {
    "chance": lambda _traces: 0.0,
    "popularity": lambda traces: traces.popularity,
    "simple affinity": lambda traces: 3 * traces.visits + traces.category_mean,
    "Vitrine": score_affinity,
}
"""What is compared; the last weighs for a screen, too, what little it knows of these traces (`trace_offer`)."""

OURS = "Vitrine"


class Target(Struct, frozen=True):
    """What is to be beaten: the best of the simple rankings that were measured before this one was made."""

    auc: float
    mrr: float


TARGETS: Mapping[CampaignType, Target] = {"Type B": Target(0.792, 0.644), "Type C": Target(0.822, 0.608)}


class Line(Struct, frozen=True):
    """How well one ranking did on the campaigns of one type, on so many lists."""

    type: CampaignType
    ranking: str
    lists: int
    hit: Interval
    mrr: Interval
    auc: Interval

    @property
    def beats_target(self) -> bool | None:
        """Whether it is better than the target in both figures; `None`: there is none."""
        target = TARGETS.get(self.type)
        return None if target is None else self.auc.mean > target.auc and self.mrr.mean > target.mrr


def judge_scorers(tasks: Iterable[Task], chance: Random) -> list[Line]:
    """A line for each type of campaign and each ranking; lists of which all or none was redeemed say nothing."""
    found: defaultdict[tuple[CampaignType, str], list[Quality]] = defaultdict(list)
    for task in tasks:
        if 0 < sum(task.is_redeemed) < len(task.is_redeemed):
            for name, score in SCORERS.items():
                scores = [score(traces) for traces in task.traces]
                found[task.type, name].append(judge_ranking(scores, task.is_redeemed, chance))
    return [_sum_up(kind, name, found[kind, name], chance) for kind, name in sorted(found, key=_order)]


def _order(key: tuple[CampaignType, str]) -> tuple[str, int]:
    return key[0], list(SCORERS).index(key[1])


def _sum_up(kind: CampaignType, name: str, qualities: list[Quality], chance: Random) -> Line:
    return Line(
        type=kind,
        ranking=name,
        lists=len(qualities),
        hit=resample_mean([quality.hit for quality in qualities], chance),
        mrr=resample_mean([quality.mrr for quality in qualities], chance),
        auc=resample_mean([quality.auc for quality in qualities], chance),
    )
