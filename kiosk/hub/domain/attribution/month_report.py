"""What a store is told of a month: which contacts led to what, and nothing that points at anybody. Pure."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.brought import Reach, Sales, tell_reach, tell_sales
from kiosk.hub.domain.attribution.contact import Origin
from kiosk.hub.domain.attribution.crediting import Diary
from kiosk.hub.domain.attribution.flow import Flows, tell_flows
from kiosk.hub.domain.attribution.holdout import Effect, Trials, find_effects
from kiosk.hub.domain.attribution.journey import MonthFacts, Span, trace_journeys


class MonthReport(Struct, frozen=True):
    """The ways that people went, what was sold and to what it goes back, whom what reached, and what offers changed.

    `attribution` is the rule by which it was reckoned.
    """

    attribution: Attribution
    flows: Flows
    sales: Sales
    reach: Sequence[Reach]
    effects: Sequence[Effect]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened that it could tell of."""
        return self.flows.people == 0 and self.sales.purchases == 0


def make_month_report(
    facts: MonthFacts, span: Span, attribution: Attribution, origins: Iterable[Origin], trials: Trials
) -> MonthReport:
    """The report of the span, in which each of these origins has its rows."""
    diary, origins = Diary(facts.contacts, attribution), list(origins)
    contacts = [one for one in facts.contacts if span.holds(one.at)]
    purchases = [one for one in facts.purchases if span.holds(one.at)]
    trials = Trials(trials.draws, trials.salt, [one for one in trials.seen if span.holds(one.at)])
    return MonthReport(
        attribution=attribution,
        flows=tell_flows(trace_journeys(facts, diary, span)),
        sales=tell_sales(map(diary.credit, purchases), origins),
        reach=tell_reach(contacts, purchases, origins),
        effects=find_effects(trials, purchases),
    )
