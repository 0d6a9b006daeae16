"""One decision as it is written down: enough to make it again and see that it comes out the same."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.offer import Id
from kiosk.contract.rule import Count, Name
from kiosk.core.effects import AnnounceShown
from kiosk.learning.ranker import draw_again, estimate_propensity
from kiosk.offers.ranking import ChosenBy
from kiosk.offers.thompson import VERSION, Lottery

MOST_REASONS = 32
"""More kinds of reasons than there are."""


class Decision(Struct, frozen=True, omit_defaults=True):
    """What was shown out of what, when (aware) and how likely that was; never to whom.

    `id` is that of the impression, under which the loyalty API hears of it, too. `passed_over` is how many offers were
    no choice, by what kept them back: it takes no part in making the decision again.
    """

    id: Id
    at: Annotated[datetime, Meta(tz=True)]
    offer: Id
    chosen_by: ChosenBy
    propensity: Annotated[float, Meta(gt=0, le=1)]
    lottery: Lottery
    passed_over: Annotated[Mapping[Name, Count], Meta(max_length=MOST_REASONS)] = {}


def record_choice(said: AnnounceShown, at: datetime) -> Decision | None:
    """The decision behind what was shown; `None`: nobody chose it."""
    choice = said.choice
    if choice is None or choice.lottery is None:
        return None
    propensity = estimate_propensity(choice.lottery, choice.offer.id)
    return Decision(
        said.impression, at, choice.offer.id, choice.chosen_by, propensity, choice.lottery, choice.passed_over
    )


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
