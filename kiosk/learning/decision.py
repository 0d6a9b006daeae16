"""One decision as it is written down: enough to make it again and see that it comes out the same."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.offer import Id
from kiosk.contract.rule import Count, Name
from kiosk.core.effects import AnnounceShown
from kiosk.learning.kept_back import KeptBack, count_passed_over, record_kept_back
from kiosk.learning.ranker import draw_again, estimate_propensity
from kiosk.offers.ranking import ChosenBy
from kiosk.offers.thompson import VERSION, Lottery

MOST_REASONS = 32
"""More kinds of reasons than there are."""


class Decision(Struct, frozen=True, omit_defaults=True):
    """What was shown out of what, when (aware) and how likely that was; never to whom.

    `id` is that of the impression, under which the loyalty API hears of it, too. `passed_over` is how many offers were
    no choice, by what kept them back, and `kept_back` what tells it of each of them: neither takes part in making the
    decision again.
    """

    id: Id
    at: Annotated[datetime, Meta(tz=True)]
    offer: Id
    chosen_by: ChosenBy
    propensity: Annotated[float, Meta(gt=0, le=1)]
    lottery: Lottery
    passed_over: Annotated[Mapping[Name, Count], Meta(max_length=MOST_REASONS)] = {}
    kept_back: KeptBack | None = None


def record_choice(said: AnnounceShown, at: datetime) -> Decision | None:
    """The decision behind what was shown; `None`: nobody chose it."""
    choice = said.choice
    if choice is None or choice.lottery is None:
        return None
    considered = choice.considered
    return Decision(
        id=said.impression,
        at=at,
        offer=choice.offer.id,
        chosen_by=choice.chosen_by,
        propensity=estimate_propensity(choice.lottery, choice.offer.id),
        lottery=choice.lottery,
        passed_over=count_passed_over(considered) if considered else {},
        kept_back=record_kept_back(considered, list_candidates(choice.lottery)) if considered else None,
    )


def list_candidates(lottery: Lottery) -> list[str]:
    """The offers of which one was drawn."""
    return [candidate.offer for candidate in lottery.candidates]


def find_difference(decision: Decision) -> str | None:
    """What comes out differently when the decision is made again; `None`: nothing."""
    lottery = decision.lottery
    if lottery.policy != VERSION:
        return f"it was made by another policy than {VERSION}"
    if not lottery.candidates:
        return "it has no candidates"
    place, chosen_by = draw_again(lottery)
    if lottery.candidates[place].offer != decision.offer:
        return "another offer is chosen"
    if chosen_by != decision.chosen_by:
        return "it is chosen for another reason"
    if estimate_propensity(lottery, decision.offer) != decision.propensity:
        return "its propensity is another"
    return None
