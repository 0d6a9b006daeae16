"""Asks of a shop's log what other policies would have earned, and checks the answer where it is known."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.learning.evaluation.bandit_log import AUDIENCES, Audience, Round, read_log
from kiosk.learning.evaluation.estimators import Estimate, Shares, estimate_value, tell_shares
from kiosk.learning.evaluation.figures import Interval, resample_mean
from kiosk.offers.posterior import Evidence, Tally
from kiosk.offers.thompson import Lottery, draw

EXPLORE = 0.08
DRAWS = 4000
"""Lotteries by which the shares of Vitrine's policy are told."""

Question: TypeAlias = Literal["the shop's own", "Vitrine's"]


class Answer(Struct, frozen=True):
    """What a policy would have earned in clicks per impression by the log of chance; `truth` is what it did earn.

    `chance` is what showing by chance earned on the same impressions.
    """

    audience: Audience
    policy: Question
    impressions: int
    chance: Interval
    estimate: Estimate
    truth: Interval | None


def ask_log(wheel: Path, chance: Random, resamples: int, progress: Callable[[str], None]) -> list[Answer]:
    """Two answers for each audience. Raises `KioskError`."""
    answers: list[Answer] = []
    for audience in AUDIENCES:
        progress(f"off-policy estimates, audience {audience}")
        by_chance, by_shop = read_log(wheel, "random", audience), read_log(wheel, "bts", audience)
        answers.append(_ask_for_shop(audience, by_chance, by_shop, chance, resamples))
        answers.append(_ask_for_vitrine(audience, by_chance, chance, resamples))
    return answers


def _ask_for_shop(
    audience: Audience, by_chance: list[Round], by_shop: list[Round], chance: Random, resamples: int
) -> Answer:
    estimate = estimate_value(by_chance, tell_shares(by_shop), chance, resamples)
    truth = _mean_clicks(by_shop, chance, resamples)
    return Answer(
        audience, "the shop's own", len(by_chance), _mean_clicks(by_chance, chance, resamples), estimate, truth
    )


def _ask_for_vitrine(audience: Audience, by_chance: list[Round], chance: Random, resamples: int) -> Answer:
    """Taught by the first half of the log, judged by the second."""
    middle = len(by_chance) // 2
    taught, judged = by_chance[:middle], by_chance[middle:]
    estimate = estimate_value(judged, learn_shares(taught, chance), chance, resamples)
    return Answer(audience, "Vitrine's", len(judged), _mean_clicks(judged, chance, resamples), estimate, None)


def learn_shares(log: Sequence[Round], chance: Random) -> Shares:
    """How often Vitrine's draw would show each item in each place after it has seen this log."""
    tallies: defaultdict[tuple[int, int], Tally] = defaultdict(Tally)
    for one in log:
        clicks = int(one.is_clicked)
        gain = Tally(shown=1, looked=clicks, tapped=clicks, redeemed=clicks)
        tallies[one.item, one.position] = tallies[one.item, one.position].plus(gain)
    items = sorted({one.item for one in log})
    shares: dict[tuple[int, int], float] = {}
    for position in sorted({one.position for one in log}):
        lottery = _hold_lottery(items, position, tallies)
        for _ in range(DRAWS):
            key = (items[draw(lottery, chance).place], position)
            shares[key] = shares.get(key, 0.0) + 1 / DRAWS
    return shares


def _hold_lottery(items: list[int], position: int, tallies: dict[tuple[int, int], Tally]) -> Lottery:
    candidates: list[Evidence] = []
    for item in items:
        here, elsewhere = Tally(), Tally()
        for (other, place), tally in tallies.items():
            if other == item and place == position:
                here = here.plus(tally)
            elif other == item:
                elsewhere = elsewhere.plus(tally)
        candidates.append(Evidence(str(item), 0.0, here, elsewhere))
    return Lottery("evaluation", "", f"place-{position}", EXPLORE, tuple(candidates))


def _mean_clicks(log: Sequence[Round], chance: Random, resamples: int) -> Interval:
    return resample_mean([float(one.is_clicked) for one in log], chance, resamples)
