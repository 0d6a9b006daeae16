from datetime import datetime

import msgspec
import pytest
from msgspec.structs import replace

from kiosk.offers.posterior import (
    MOST_AFFINITY,
    MOST_COUNTED,
    POOLED_SHOWINGS,
    PRIOR_SHOWINGS,
    Belief,
    Cell,
    Evidence,
    Tally,
    form_belief,
    name_cell,
)
from tests.doubles.chance import seed_chance
from tests.offers.test_eligibility import SITUATION

HITS = Tally(shown=100, looked=100, tapped=100, redeemed=100)
MISSES = Tally(shown=100)
FULL = Tally(MOST_COUNTED, MOST_COUNTED, MOST_COUNTED, MOST_COUNTED)
ONLY_SHOWN = Tally(shown=MOST_COUNTED)


def mean(belief: Belief) -> float:
    return belief.alpha / (belief.alpha + belief.beta)


def test_a_showing_is_worth_more_the_further_it_led_and_never_more_than_one() -> None:
    worths = [Tally(1).worth, Tally(1, 1).worth, Tally(1, 1, 1).worth, Tally(1, 1, 1, 1).worth]
    assert worths == sorted(worths)
    assert (worths[0], worths[-1]) == (0, 1)
    assert Tally(1, 2, 2, 2).worth == 1, "a redemption may be told of an offer that another screen showed"


def test_tallies_add_up() -> None:
    assert Tally(1, 2, 3, 4).plus(Tally(10, 20, 30, 40)) == Tally(11, 22, 33, 44)


def test_a_counter_that_is_full_stays_full_and_can_be_read_back() -> None:
    full = FULL.plus(Tally(1, 1, 1, 1))
    assert msgspec.json.decode(msgspec.json.encode(full), type=Tally) == FULL


@pytest.mark.parametrize("affinity", [-1e308, -0.1, MOST_AFFINITY + 0.1, 1e308])
def test_evidence_that_no_past_can_give_is_refused(affinity: float) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.affinity"):
        msgspec.convert({"offer": "o", "affinity": affinity}, Evidence)


def test_before_any_showing_the_belief_is_what_the_past_promises() -> None:
    low, high = form_belief(Evidence("o", 0.0)), form_belief(Evidence("o", 3.0))
    assert mean(low) == pytest.approx(0.03 / 1.03)
    assert mean(low) < mean(high)
    assert low.alpha + low.beta == pytest.approx(PRIOR_SHOWINGS)


def test_what_came_of_it_here_outweighs_the_promise_in_the_end() -> None:
    assert mean(form_belief(Evidence("o", 0.0, HITS))) > 0.9
    assert mean(form_belief(Evidence("o", 5.0, MISSES))) < 0.1


def test_what_it_did_in_other_hours_counts_but_is_bounded() -> None:
    belief = form_belief(Evidence("o", 0.0, elsewhere=HITS))
    assert mean(belief) > 0.9
    assert belief.alpha + belief.beta == pytest.approx(POOLED_SHOWINGS)


@pytest.mark.parametrize("affinity", [0.0, MOST_AFFINITY])
@pytest.mark.parametrize("here", [Tally(), HITS, MISSES, FULL, ONLY_SHOWN])
@pytest.mark.parametrize("elsewhere", [Tally(), HITS, MISSES, FULL, ONLY_SHOWN])
def test_a_belief_can_always_be_drawn_from(affinity: float, here: Tally, elsewhere: Tally) -> None:
    belief = form_belief(Evidence("o", affinity, here, elsewhere))
    assert 0 <= seed_chance().betavariate(belief.alpha, belief.beta) <= 1


@pytest.mark.parametrize(
    ("day", "hour", "cell"),
    [
        (23, 10, "weekday-morning"),
        (23, 11, "weekday-midday"),
        (23, 16, "weekday-evening"),
        (22, 9, "weekend-morning"),
    ],
)
def test_a_cell_is_a_kind_of_hour(day: int, hour: int, cell: str) -> None:
    named = name_cell(replace(SITUATION, local=datetime(2026, 11, day, hour)))  # noqa: DTZ001 # only its face is read
    assert msgspec.convert(named, Cell) == cell
